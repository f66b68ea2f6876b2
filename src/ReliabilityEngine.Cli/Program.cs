using ReliabilityEngine.Cli.Commands;

return await Invocation.Run(args);

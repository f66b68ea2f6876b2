using ReliabilityEngine.Cli.Commands;
#if MLNET
ReliabilityEngine.Learning.MLNet.MLNetLearner.AddAll();
#endif

return await Invocation.Run(args);

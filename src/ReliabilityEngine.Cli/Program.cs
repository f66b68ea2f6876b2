using ReliabilityEngine.Cli.Commands;
#if MLNET
using ReliabilityEngine.Learning;
using ReliabilityEngine.Learning.MLNet;

Learners.Add(SdcaLearner.Name, new SdcaLearner());
#endif

return await Invocation.Run(args);

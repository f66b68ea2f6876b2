using System.CommandLine;

return new RootCommand("Scores the reliability and bias of news articles, with reasons.").Parse(args).Invoke();

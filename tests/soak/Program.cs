using System.Globalization;
using ReliabilityEngine.Soak;

var numbers = args.Select(arg => int.TryParse(arg, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : -1).ToArray();
if (numbers.Length > 3 || numbers.Contains(-1) || OperatingSystem.IsWindows())
{
    Console.Error.WriteLine("usage, on Linux and macOS: soak [KILLS [ARTICLES [SEED]]]");
    return 1;
}

var plan = new SoakPlan(numbers.ElementAtOrDefault(0) is > 0 and var kills ? kills : 200, numbers.ElementAtOrDefault(1) is > 0 and var articles ? articles : 20_000,
    numbers.ElementAtOrDefault(2) is > 0 and var seed ? seed : Environment.ProcessId);
using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) => { pressed.Cancel = true; stop.Cancel(); };
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"soak: {plan.Kills} kills over {plan.Articles} articles, seed {plan.Seed}"));
var folder = Directory.CreateTempSubdirectory("reliability-soak-").FullName;
SoakVerdict[] verdicts = [await new KillRun(plan, folder).Run(stop.Token), await SmallDisk.Run(plan.Seed, folder, stop.Token)];
foreach (var line in verdicts.SelectMany(verdict => verdict.Summary))
    Console.WriteLine(line);
var complaints = verdicts.SelectMany(verdict => verdict.Complaints).ToList();
foreach (var complaint in complaints)
    Console.WriteLine($"WRONG: {complaint}");
if (complaints.Count > 0)
{
    Console.WriteLine($"FAILED; what is left of it is in {folder}");
    return 2;
}

Directory.Delete(folder, recursive: true);
Console.WriteLine("nothing lost, nothing double");
return 0;

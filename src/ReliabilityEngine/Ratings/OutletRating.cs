namespace ReliabilityEngine.Ratings;

/// <summary>What an outlet's articles come to together.</summary>
/// <param name="Articles">How many were scored.</param>
/// <param name="Mean">Of their reliability.</param>
/// <param name="Shrunken">The mean, pulled to that of all outlets where the articles are few.</param>
/// <param name="Interval">Holds the outlet's true mean in 90 % of cases.</param>
/// <param name="Bias">The mean of their bias, shrunken in the same way.</param>
/// <param name="Letter">Admiralty code, A to F.</param>
public sealed record OutletRating(
    string Outlet, int Articles, double Mean, double Shrunken, Interval Interval, double Bias, char Letter);

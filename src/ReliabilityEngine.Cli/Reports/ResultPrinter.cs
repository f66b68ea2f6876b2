namespace ReliabilityEngine.Cli.Reports;

/// <summary>Prints the items of a result one after the other.</summary>
abstract class ResultPrinter<T>
{
    public abstract void Print(T item);

    public virtual void Finish()
    {
    }
}

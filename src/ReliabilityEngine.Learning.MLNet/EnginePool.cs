using System.Collections.Concurrent;
using Microsoft.ML;

namespace ReliabilityEngine.Learning.MLNet;

/// <summary>Prediction engines of one model. An engine shared by two threads says wrong things of both rows, so that each call has one to itself.</summary>
sealed class EnginePool<TResult>(MLContext context, ITransformer model, Slots slots)
    where TResult : class, new()
{
    readonly ConcurrentBag<PredictionEngine<VectorRow, TResult>> _idle = [];

    public TResult Predict(VectorRow row)
    {
        if (!_idle.TryTake(out var engine))
            engine = context.Model.CreatePredictionEngine<VectorRow, TResult>(model, inputSchemaDefinition: slots.Schema());
        var result = engine.Predict(row);
        _idle.Add(engine);
        return result;
    }
}

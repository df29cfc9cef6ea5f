using System.Runtime.CompilerServices;

namespace Lingotto.Automotive;

/// <summary>Applies a function to the items of a stream on several threads and gives the results in order of the items.</summary>
internal static class OrderedStream
{
    /// <summary>
    /// At most <paramref name="parallelism"/> items are worked on at once and as many finished ones wait: a consumer that is slow holds back the source.
    /// </summary>
    public static async IAsyncEnumerable<TOut> Select<TIn, TOut>(
        IAsyncEnumerable<TIn> source, Func<TIn, TOut> function, int parallelism, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var running = new Queue<Task<TOut>>(2 * parallelism);
        using var slots = new SemaphoreSlim(parallelism);
        try
        {
            await foreach (TIn item in source.WithCancellation(stop.Token).ConfigureAwait(false))
            {
                running.Enqueue(Run(item, function, slots, stop.Token));
                while (running.Count > 0 && (running.Count >= 2 * parallelism || running.Peek().IsCompleted))
                {
                    yield return await running.Dequeue().ConfigureAwait(false);
                }
            }

            while (running.Count > 0) yield return await running.Dequeue().ConfigureAwait(false);
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            foreach (Task task in running) await task.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static async Task<TOut> Run<TIn, TOut>(TIn item, Func<TIn, TOut> function, SemaphoreSlim slots, CancellationToken cancellation)
    {
        await slots.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            return await Task.Run(() => function(item), cancellation).ConfigureAwait(false);
        }
        finally
        {
            slots.Release();
        }
    }
}

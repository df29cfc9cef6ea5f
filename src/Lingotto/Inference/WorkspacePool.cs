namespace Lingotto.Inference;

/// <summary>Keeps workspaces for reuse by any thread; once warm, renting and returning allocate nothing. Safe for concurrent use.</summary>
internal sealed class WorkspacePool<T>(Func<T> create)
    where T : class
{
    private readonly T?[] _kept = new T?[2 * Environment.ProcessorCount];

    /// <summary>A workspace that nobody else uses.</summary>
    public T Rent()
    {
        for (int i = 0; i < _kept.Length; i++)
        {
            if (_kept[i] is not null && Interlocked.Exchange(ref _kept[i], null) is { } workspace) return workspace;
        }

        return create();
    }

    /// <summary>Gives a workspace back; dropped where enough are kept.</summary>
    public void Return(T workspace)
    {
        for (int i = 0; i < _kept.Length; i++)
        {
            if (_kept[i] is null && Interlocked.CompareExchange(ref _kept[i], workspace, null) is null) return;
        }
    }
}

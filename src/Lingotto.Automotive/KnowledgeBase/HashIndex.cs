using System.Numerics;

namespace Lingotto.Automotive;

/// <summary>A map from well-mixed 64-bit keys, none of them 0, to numbers from 0 up: open addressing, no objects.</summary>
internal sealed class HashIndex
{
    private ulong[] _keys;
    private int[] _values;
    private int _count;

    public HashIndex(int capacity)
    {
        int size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, capacity * 2));
        _keys = new ulong[size];
        _values = new int[size];
    }

    public int Count => _count;

    /// <summary>The value of a key, -1 where it is absent.</summary>
    public int Find(ulong key)
    {
        ulong[] keys = _keys;
        int mask = keys.Length - 1;
        for (int slot = (int)key & mask; ; slot = (slot + 1) & mask)
        {
            if (keys[slot] == key) return _values[slot];
            if (keys[slot] == 0) return -1;
        }
    }

    /// <summary>The value of a key, to read and write; <paramref name="initial"/> where it was absent.</summary>
    public ref int GetOrAdd(ulong key, int initial)
    {
        if (2 * (_count + 1) > _keys.Length) Grow();
        int mask = _keys.Length - 1;
        int slot = (int)key & mask;
        while (_keys[slot] != key)
        {
            if (_keys[slot] == 0)
            {
                _keys[slot] = key;
                _values[slot] = initial;
                _count++;
                break;
            }

            slot = (slot + 1) & mask;
        }

        return ref _values[slot];
    }

    private void Grow()
    {
        (ulong[] keys, int[] values) = (_keys, _values);
        _keys = new ulong[2 * keys.Length];
        _values = new int[2 * keys.Length];
        int mask = _keys.Length - 1;
        for (int i = 0; i < keys.Length; i++)
        {
            if (keys[i] == 0) continue;
            int slot = (int)keys[i] & mask;
            while (_keys[slot] != 0) slot = (slot + 1) & mask;
            (_keys[slot], _values[slot]) = (keys[i], values[i]);
        }
    }
}

import { describe, expect, it } from 'vitest';
import { noteKey, verifierKey } from './note';
import { addCheckpointBody, parseSize, parseWitness } from './witness';

const key = verifierKey(noteKey('witness.example/w1', 4, new Uint8Array(32).fill(7)));

describe('a witness that the city knows', () => {
  it('is a key alone, or a key and where checkpoints go', () => {
    expect(parseWitness(key)).toMatchObject({ name: 'witness.example/w1', submitTo: null });
    expect(parseWitness(`${key}@https://witness.example/w1/`)).toMatchObject({ submitTo: 'https://witness.example/w1' });
    for (const wrong of [`${key}@ftp://witness.example`, `${key}@`, key.slice(2), verifierKey(noteKey('a', 1, new Uint8Array(32)))]) expect(parseWitness(wrong)).toBeNull();
  });

  it('is sent what the convention asks for', () => {
    expect(addCheckpointBody(3, [new Uint8Array(32)], 'o\n4\nr\n\n— o s\n')).toBe('old 3\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n\no\n4\nr\n\n— o s\n');
    expect(addCheckpointBody(0, [], 'n\n')).toBe('old 0\n\nn\n');
  });

  it('says a size in one way only', () => {
    expect(['0\n', '12', '20852163\n'].map(parseSize)).toEqual([0, 12, 20852163]);
    expect(['', '-1\n', '01\n', '1\n2\n', '1e3', '99999999999999999999\n'].map(parseSize)).toEqual([null, null, null, null, null, null]);
  });
});

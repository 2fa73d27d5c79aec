import { describe, expect, it } from 'vitest';
import { checkpointText, openCheckpoint, parseCheckpoint } from './checkpoint';
import { noteText, openNote, parseNote, parseVerifierKey, verifierKey } from './note';

// The example that the Go project publishes with its package `note`, and the one that the checkpoint convention shows.
const vkey = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
const text = 'If you think cryptography is the answer to your problem,\nthen you don\'t know what your problem is.\n';
const written = `${text}\n— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n`;

function keyOf(words: string) {
  const key = parseVerifierKey(words);
  if (!key) throw new Error('no key');
  return key;
}

describe('a signed note', () => {
  it('that others signed is opened by their key, and written again as it was', () => {
    const note = openNote(written, keyOf(vkey));
    expect(note?.text).toBe(text);
    expect(note && noteText(note)).toBe(written);
    expect(verifierKey(keyOf(vkey))).toBe(vkey);
  });

  it('is refused with another letter, without an end, with control characters or a second wrong signature of the key', () => {
    const key = keyOf(vkey);
    const bad = '— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAw=\n';
    for (const wrong of [written.replace('think', 'thing'), written.slice(0, -1), written.replace('you', 'y\tou'), written + bad, written.replace('— P', '- P'), text, '', '\n\n']) {
      expect(openNote(wrong, key)).toBeNull();
    }
    expect(parseNote(`${text}\n`)).toBeNull();
  });

  it('passes over signatures of keys that nobody named', () => {
    const stranger = '— stranger.example AAAAAAAAAAAA\n';
    expect(openNote(written + stranger, keyOf(vkey))?.signatures).toHaveLength(2);
  });

  it('takes a key only with its own id, and of a kind that is known', () => {
    expect(parseVerifierKey(vkey.replace('c74f20a3', 'c74f20a4'))).toBeNull();
    expect(parseVerifierKey(vkey.replace('+ARpc', '+ChIc'))).toBeNull();
    expect(parseVerifierKey('Peter Neumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW')).toBeNull();
    expect(parseVerifierKey('<script>')).toBeNull();
  });
});

describe('a checkpoint', () => {
  const root = 'CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=';

  it('is three lines, and perhaps more that mean nothing here', () => {
    const read = parseCheckpoint(`example.com/behind-the-sofa\n20852163\n${root}\n`);
    expect(read).toMatchObject({ origin: 'example.com/behind-the-sofa', size: 20_852_163 });
    expect(read && checkpointText(read)).toBe(`example.com/behind-the-sofa\n20852163\n${root}\n`);
    expect(parseCheckpoint(`o\n1\n${root}\nmore\n`)).toMatchObject({ size: 1 });
  });

  it('is refused where a line is not as it must be', () => {
    for (const wrong of [`o\n01\n${root}\n`, `o\n-1\n${root}\n`, `o\n1e3\n${root}\n`, `\n1\n${root}\n`, `o\n1\n${root.slice(4)}\n`, `o\n1\n${root}`, `o\n1\n${root}\n\n`, 'o\n1\n']) expect(parseCheckpoint(wrong)).toBeNull();
  });

  it('belongs to the log whose key signed it', () => {
    expect(openCheckpoint(written, keyOf(vkey))).toBeNull();
  });
});

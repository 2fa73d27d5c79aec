import { describe, expect, it } from 'vitest';
import { isAfm, readProfile } from './taxisnet-profile';

describe('what the tax authority says of a person', () => {
  it('is read out of padded attributes; parents are not', () => {
    const xml = '<root>\n<userinfo userid="User000000012   " taxid="000000012   " lastname="ΓΕΩΡΓΙΟΥ" firstname="ΜΑΡΙΑ-ΕΛΕΝΗ" fathername="ΝΙΚΟΛΑΟΣ" mothername="ΑΝΝΑ" birthyear="1950"/></root>';
    expect(readProfile(xml)).toEqual({ afm: '000000012', name: 'Μαρια-Ελενη Γεωργιου', birthYear: 1950 });
  });

  it('keeps the last sigma, and leaves out a year that is none', () => {
    const xml = '<userinfo taxid="000000024" lastname="ΠΑΠΑΔΟΠΟΥΛΟΣ" firstname="ΓΙΩΡΓΟΣ" birthyear=" "/>';
    expect(readProfile(xml)).toEqual({ afm: '000000024', name: 'Γιωργος Παπαδοπουλος', birthYear: null });
  });

  it.each(['', 'not xml', '<root/>', '<root><userinfo/></root>', '<root><userinfo taxid="123456789"/></root>', '<root><userinfo taxid="000000000"/></root>', '<root><userinfo taxid="{&quot;$gt&quot;:0}"/></root>'])('is nobody where it names no tax number: %s', (xml) => {
    expect(readProfile(xml)).toBeNull();
  });

  it('holds a tax number by its last digit', () => {
    // 094259216 is the public number of the Hellenic telecommunications organisation.
    expect(['094259216', '000000012', '000000050'].map(isAfm)).toEqual([true, true, true]);
    expect(['094259217', '94259216', '09425921x', '000000000'].map(isAfm)).toEqual([false, false, false, false]);
  });
});

/** Fills the place that a PDF keeps for its signature (ISO 32000-1, 12.8.1): the signature is over every byte but its own. */
import { cmsOf } from './cms';
import { OFFSET_TO_COME } from './place';
import type { Seal } from './seal';

const placeOfRange = `/ByteRange [0 ${OFFSET_TO_COME} ${OFFSET_TO_COME} ${OFFSET_TO_COME}]`;

/** How many bytes to keep for a signature: the certificates, and room for the rest of the structure. */
export const roomFor = ({ certificate, chain }: Seal): number => [certificate, ...chain].reduce((sum, { raw }) => sum + raw.length, 4096);

export function signPdf(pdf: Buffer, seal: Seal): Buffer {
  const range = pdf.lastIndexOf(placeOfRange);
  const begin = pdf.indexOf('/Contents <', range < 0 ? pdf.length : pdf.lastIndexOf('obj', range)) + '/Contents '.length;
  const end = pdf.indexOf('>', begin) + 1;
  if (range < 0 || begin < '/Contents '.length || end === 0) throw new Error('The PDF keeps no place for a signature.');
  const signed = Buffer.from(pdf);
  signed.write(`/ByteRange [0 ${begin} ${end} ${pdf.length - end}]`.padEnd(placeOfRange.length), range, 'latin1');
  const signature = cmsOf([signed.subarray(0, begin), signed.subarray(end)], seal);
  const room = end - begin - 2;
  if (signature.length * 2 > room) throw new Error(`The signature takes ${signature.length} bytes, and ${room / 2} were kept for it.`);
  signed.write(signature.toString('hex').padEnd(room, '0'), begin + 1, 'latin1');
  return signed;
}

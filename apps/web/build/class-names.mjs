import { createHash } from 'node:crypto';
import { relative } from 'node:path';

const letters = 4;

/** Short names for the classes of CSS modules, since every script says them: the first letters of a hash. The build stops where two classes would share a name. */
export function shortClassNames(root) {
  const taken = new Map();
  return (name, file) => {
    const own = `${relative(root, file.split('?', 1)[0])} ${name}`;
    const short = `_${createHash('sha256').update(own).digest('base64url').slice(0, letters)}`;
    const other = taken.get(short) ?? own;
    if (other !== own) throw new Error(`Two classes would be called ${short}: ${own} and ${other}. Take a letter more.`);
    taken.set(short, own);
    return short;
  };
}

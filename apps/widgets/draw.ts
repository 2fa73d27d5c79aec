/** A small drawing: what should stand there, as plain values. Text is only ever set as text. */
export interface Drawn {
  tag: string;
  attributes: Record<string, string>;
  /** Text, or parts in their order. */
  inside: string | Drawn[];
}

/** What may be left out. */
type Part = Drawn | false | null | '';

export function el(tag: string, attributes: Record<string, string>, ...inside: [string] | Part[]): Drawn {
  const [text] = inside;
  if (inside.length === 1 && typeof text === 'string') return { tag, attributes, inside: text };
  return { tag, attributes, inside: inside.filter((part): part is Drawn => typeof part === 'object' && part !== null) };
}

const svg = 'http://www.w3.org/2000/svg';
const svgTags = new Set(['svg', 'rect']);

/**
 * Makes what stands in `parent` like `wanted`, and touches only what differs: a figure that changes takes neither the focus from a button nor
 * a reader from their place.
 */
export function draw(parent: Node, wanted: readonly Drawn[]): void {
  for (const [at, part] of wanted.entries()) {
    const there = parent.childNodes[at];
    if (there instanceof Element && there.localName === part.tag) update(there, part);
    else parent.insertBefore(made(part), there ?? null);
  }
  while (parent.childNodes.length > wanted.length) parent.lastChild?.remove();
}

function made(part: Drawn): Element {
  const element = svgTags.has(part.tag) ? document.createElementNS(svg, part.tag) : document.createElement(part.tag);
  update(element, part);
  return element;
}

function update(element: Element, { attributes, inside }: Drawn): void {
  for (const name of element.getAttributeNames()) if (!(name in attributes)) element.removeAttribute(name);
  for (const [name, value] of Object.entries(attributes)) if (element.getAttribute(name) !== value) element.setAttribute(name, value);
  if (typeof inside !== 'string') return draw(element, inside);
  if (element.childElementCount > 0 || element.textContent !== inside) element.textContent = inside;
}

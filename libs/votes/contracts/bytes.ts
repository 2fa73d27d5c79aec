/** The bytes of base64url without padding. Letters that are none of it give no bytes. */
export function fromBase64url(text: string): Uint8Array {
  if (!/^[\w-]*$/.test(text)) return new Uint8Array();
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
}

/** SHA-256, by the browser's own or Node's cryptography. */
export async function sha256(bytes: Uint8Array): Promise<Uint8Array> {
  const copy = new ArrayBuffer(bytes.length);
  new Uint8Array(copy).set(bytes);
  return new Uint8Array(await crypto.subtle.digest('SHA-256', copy));
}

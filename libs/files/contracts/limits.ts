/** What a picture may be; the page says it before, the refusal after. */
export const pictureLimits = { bytes: 10_000_000, pixels: 40_000_000, alt: 300, aDay: 40 } as const;

/** What the file dialog offers. HEIC is tried too where somebody has it: telephones mostly send JPEG when asked so. */
export const pictureTypes = ['image/jpeg', 'image/png', 'image/webp', 'image/avif'] as const;

/** Why a picture was refused. The page has the words; `limit` fills them. */
export interface PictureRefusal {
  code: 'malformed' | 'missing' | 'too_big' | 'not_a_picture' | 'too_many_pixels' | 'unreadable' | 'unconfirmed' | 'too_many';
  limit: number | null;
}

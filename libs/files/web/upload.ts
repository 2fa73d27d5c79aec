import { pictureLimits, type PictureRefusal } from '@isegoria/files/contracts';
import { askToSignIn } from '@isegoria/ui/web';

/** A picture as the page holds it. */
export interface UploadedPicture {
  id: string;
  url: string;
  thumbnailUrl: string;
  width: number;
  height: number;
  alt: string;
}

export type UploadProblem = { code: PictureRefusal['code'] | 'sign_in' | 'offline'; limit: number | null };

/** Sends a picture; answers it as the platform keeps it, or why it was not taken. What is too heavy is not sent at all. */
export async function upload(picture: File): Promise<UploadedPicture | UploadProblem> {
  if (picture.size > pictureLimits.bytes) return { code: 'too_big', limit: pictureLimits.bytes };
  const body = new FormData();
  body.append('picture', picture);
  try {
    const answer = await fetch('/files', { method: 'POST', body, credentials: 'same-origin' });
    if (answer.ok) return (await answer.json()) as UploadedPicture;
    if (answer.status === 401) askToSignIn();
    return await refusalOf(answer);
  } catch {
    return { code: 'offline', limit: null };
  }
}

/** Not every refusal is ours: what stands before the platform answers in its own way. */
async function refusalOf(answer: Response): Promise<UploadProblem> {
  const said = (await answer.json().catch(() => null)) as Partial<PictureRefusal> | null;
  if (said?.code) return { code: said.code, limit: said.limit ?? null };
  const byStatus: Record<number, UploadProblem['code']> = { 401: 'sign_in', 403: 'unconfirmed', 413: 'too_big', 429: 'too_many' };
  return { code: byStatus[answer.status] ?? 'malformed', limit: answer.status === 413 ? pictureLimits.bytes : null };
}

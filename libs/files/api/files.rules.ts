import { type Citizen, hasRole } from '@isegoria/identity/contracts';
import type { FileRecord } from './file.schema';

/** A picture is seen by all where its subject is; else by its uploader, and by those who decide whether it may be public. */
export function maySee({ ownerId, subject }: Pick<FileRecord, 'ownerId' | 'subject'>, subjectIsPublic: boolean, viewer: Citizen | null): boolean {
  if (subjectIsPublic) return true;
  if (!viewer) return false;
  return viewer.id === ownerId || (subject !== null && hasRole(viewer, 'moderator', 'administrator'));
}

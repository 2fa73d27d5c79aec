import { type Citizen, hasRole, speaksFor } from '@isegoria/identity/contracts';
import type { SubjectCard } from '@isegoria/kernel/api';
import type { FileRecord } from './file.schema';

/** A picture is seen by all where its subject is; else by its uploader, and by those who decide whether it may be public, or by the department that it is for. */
export function maySee({ ownerId, subject }: Pick<FileRecord, 'ownerId' | 'subject'>, of: Pick<SubjectCard, 'isPublic' | 'readBy'> | null, viewer: Citizen | null): boolean {
  if (of?.isPublic) return true;
  if (!viewer) return false;
  if (of?.readBy) return viewer.id === ownerId || speaksFor(viewer, of.readBy);
  return viewer.id === ownerId || (subject !== null && hasRole(viewer, 'moderator', 'administrator'));
}

import { useState } from 'react';
import { ResendConfirmation } from '@isegoria/identity/web';
import { announce, FieldGroup, type FieldProps, useField, useWords } from '@isegoria/ui/web';
import { DropZone } from './drop-zone';
import styles from './picture-input.module.css';
import { PictureItem } from './picture-item';
import { upload, type UploadedPicture, type UploadProblem } from './upload';

export interface PictureInputProps extends Omit<FieldProps, 'label'> {
  label?: string;
  value: readonly UploadedPicture[];
  /** Told as a change of what is there by then: an upload ends a while after it began. */
  onChange(change: (before: readonly UploadedPicture[]) => UploadedPicture[]): void;
  /** Whether one is on its way up: what is sent now goes without it. */
  onPending?(isPending: boolean): void;
  /** How many may be chosen; one when not said. */
  most?: number;
}

/** Pictures by button or drop, uploaded as they are chosen; each with its preview, the words for what it shows, and a way to take it back. */
export function PictureInput({ value, onChange, onPending, most = 1, label, hint, problem, ...rest }: PictureInputProps) {
  const { t } = useWords('files');
  const [refused, setRefused] = useState<UploadProblem | null>(null);
  const [left, setLeft] = useState(0);
  const [pending, setPending] = useState(0);
  const own = refused ? wordsOfProblem(refused, t) : left > 0 ? t('problem.noRoom', { count: left, most }) : problem;
  const field = { ...rest, label: label ?? t('picture.label', { count: most }), hint: hint ?? t('picture.hint'), problem: own ?? null };
  const { id, problem: shown } = useField(field);

  const add = async (files: readonly File[]) => {
    const room = files.slice(0, most - value.length);
    setRefused(null);
    setLeft(files.length - room.length);
    setPending(room.length);
    onPending?.(room.length > 0);
    const answers = await Promise.all(room.map(upload));
    setPending(0);
    onPending?.(false);
    const taken = answers.filter((answer) => 'id' in answer);
    setRefused(answers.find((answer) => 'code' in answer) ?? null);
    if (taken.length === 0) return;
    onChange((before) => [...before, ...taken]);
    announce(t('picture.taken', { count: taken.length }));
  };
  const change = (picture: UploadedPicture) => onChange((before) => before.map((other) => (other.id === picture.id ? picture : other)));
  const remove = (picture: UploadedPicture) => {
    setLeft(0);
    onChange((before) => before.filter((other) => other.id !== picture.id));
    announce(t('picture.removed'));
  };
  return (
    <FieldGroup {...field} id={id} problem={shown}>
      <div className={styles.pictures}>
        {value.map((picture) => (
          <PictureItem key={picture.id} picture={picture} onChange={change} onRemove={() => remove(picture)} />
        ))}
        {value.length < most && <DropZone id={`${id}-file`} several={most - value.length > 1} pending={pending > 0} onFiles={(files) => void add(files)} />}
      </div>
      {refused?.code === 'unconfirmed' && <ResendConfirmation />}
    </FieldGroup>
  );
}

/** Limits as people say them: megabytes, millions of pixels, minutes. */
function wordsOfProblem({ code, limit }: UploadProblem, t: (key: string, params: Record<string, number>) => string): string {
  const measure = { too_big: 1_000_000, too_many_pixels: 1_000_000, too_many: 60 };
  const unit = code in measure ? measure[code as keyof typeof measure] : 1;
  const measured = Math.ceil((limit ?? 0) / unit);
  return t(`problem.${code}`, { limit: measured, count: measured });
}

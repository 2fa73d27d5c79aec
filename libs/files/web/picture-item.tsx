import { useEffect, useRef, useState } from 'react';
import { Button, graph, graphql, TextField, useWords } from '@isegoria/ui/web';
import { pictureLimits } from '@isegoria/files/contracts';
import styles from './picture-input.module.css';
import type { UploadedPicture } from './upload';

const DescribePicture = graphql(`
  mutation DescribePicture($id: ID!, $alt: String!) {
    describePicture(id: $id, alt: $alt) { __typename }
  }
`);

const patience = 600;

interface PictureItemProps {
  picture: UploadedPicture;
  onChange(picture: UploadedPicture): void;
  onRemove(): void;
}

/** A picture that was taken: how it looks, what it shows for those who do not see it, and the way to take it back. */
export function PictureItem({ picture, onChange, onRemove }: PictureItemProps) {
  const { t } = useWords('files');
  const { id, alt } = picture;
  const [saved, setSaved] = useState(alt);
  const tooLong = alt.length > pictureLimits.alt;
  const unsaved = useRef<(() => void) | null>(null);
  useEffect(() => {
    unsaved.current = null;
    if (alt === saved || tooLong) return;
    const send = () => {
      unsaved.current = null;
      void graph(DescribePicture, { id, alt }).then(() => setSaved(alt), () => undefined);
    };
    unsaved.current = send;
    // Sent a moment after the typing paused: the form around may go out at any time and need not know of it.
    const pause = setTimeout(send, patience);
    return () => clearTimeout(pause);
  }, [id, alt, saved, tooLong]);
  // Who goes on within that moment is not waited for: what they typed last goes as they leave.
  useEffect(() => () => unsaved.current?.(), []);
  return (
    <div className={styles.picture}>
      <img className={styles.preview} src={picture.thumbnailUrl} width={picture.width} height={picture.height} alt={alt} />
      <div className={styles.words}>
        <TextField
          name={`alt-${id}`}
          label={t('picture.alt')}
          hint={t('picture.altHint')}
          problem={tooLong ? t('problem.altTooLong', { limit: pictureLimits.alt }) : null}
          value={alt}
          onChange={(text) => onChange({ ...picture, alt: text })}
        />
        <Button variant="quiet" onClick={onRemove}>
          {t('picture.remove')}
        </Button>
      </div>
    </div>
  );
}

import { type DragEvent, type FocusEvent, useRef, useState } from 'react';
import { Button, useWords } from '@isegoria/ui/web';
import { pictureTypes } from '@isegoria/files/contracts';
import styles from './picture-input.module.css';

interface DropZoneProps {
  id: string;
  several: boolean;
  pending: boolean;
  onFiles(files: File[]): void;
}

/** A button that opens the file dialog or the camera, in a field onto which a picture may also be dropped. */
export function DropZone({ id, several, pending, onFiles }: DropZoneProps) {
  const { t } = useWords('files');
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const take = (files: FileList | null) => {
    if (files && files.length > 0) onFiles([...files]);
    // The same file chosen again must be seen again.
    if (input.current) input.current.value = '';
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    if (!pending) take(event.dataTransfer.files);
  };
  const drag = (event: DragEvent) => {
    event.preventDefault();
    setOver(true);
  };
  return (
    <div className={styles.zone} data-over={over || undefined} onDragOver={drag} onDragLeave={() => setOver(false)} onDrop={drop}>
      <input ref={input} id={id} className={styles.file} type="file" accept={pictureTypes.join()} multiple={several} tabIndex={-1} aria-hidden onFocus={toButton} onChange={(event) => take(event.target.files)} />
      <Button variant="secondary" pending={pending} onClick={() => input.current?.click()}>
        {t(pending ? 'picture.coming' : 'picture.choose')}
      </Button>
      <span className={styles.or}>{t('picture.orDrop')}</span>
    </div>
  );
}

/** The summary of a form's problems leads to the input; the button beside it is what people see and press. */
function toButton({ currentTarget }: FocusEvent<HTMLInputElement>): void {
  currentTarget.parentElement?.querySelector('button')?.focus();
}

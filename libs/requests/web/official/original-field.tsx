import { Button, TextField, useGraph, useWords } from '@isegoria/ui/web';
import { type DeskRequest, NearOnesDocument } from './documents';
import styles from './desk.module.css';

interface OriginalFieldProps {
  request: DeskRequest | undefined;
  value: string;
  onChange(number: string): void;
}

/** Which request goes on in place of a double: by its number, or one of those nearby. */
export function OriginalField({ request, value, onChange }: OriginalFieldProps) {
  const { t, lt } = useWords('requests');
  const { lat, lng } = request?.place ?? { lat: null, lng: null };
  const isPlaced = request !== undefined && typeof lat === 'number' && typeof lng === 'number';
  const near = useGraph(NearOnesDocument, { serviceId: request?.service.id ?? '', lat: lat ?? 0, lng: lng ?? 0 }, { enabled: isPlaced });
  const others = (near.data?.requestsNear ?? []).filter((one) => one.request.id !== request?.id);
  return (
    <>
      <TextField name="duplicateOf" width="short" inputMode="numeric" label={t('desk.original')} hint={t('desk.originalHint')} value={value} onChange={onChange} />
      {others.length > 0 && (
        <div>
          <p className={styles.quiet}>{t('desk.nearOnes')}</p>
          <ul role="list" className={styles.plain}>
            {others.map(({ request: { id, title }, metres }) => (
              <li key={id}>
                <Button variant="quiet" pressed={value === id} onClick={() => onChange(id)}>
                  {t('desk.nearOne', { id, title: lt(title), count: metres })}
                </Button>
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}

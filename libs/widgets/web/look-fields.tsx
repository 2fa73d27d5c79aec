import { Checkbox, FieldFrame, type FieldProps, Notice, RadioGroup, Select, useField, useWords } from '@isegoria/ui/web';
import { type Colour, colourNames, colours, type Look, tooFaint } from '@isegoria/widgets/contracts';
import styles from './builder.module.css';
import type { Shown } from './preview';

export interface LookFieldsProps {
  shown: Shown;
  onShow(shown: Shown): void;
  look: Look;
  onLook(look: Look): void;
}

/** Language, level, width and colours. Colours that cannot be read upon each other are said so at once. */
export function LookFields({ shown, onShow, look, onLook }: LookFieldsProps) {
  const { t } = useWords('widgets');
  const hasOwn = Object.keys(look).length > 0;
  const own = Object.fromEntries(colourNames.map((name) => [name, colours[name][0]]));
  return (
    <div className={styles.fields}>
      <RadioGroup name="lang" label={t('look.lang')} layout="row" choices={[{ value: 'el', label: 'Ελληνικά' }, { value: 'en', label: 'English' }]} value={shown.lang} onChange={(lang) => onShow({ ...shown, lang: lang === 'en' ? 'en' : 'el' })} />
      <Select name="level" label={t('look.level')} hint={t('look.levelHint')} choices={[2, 3, 4, 5, 6].map((level) => ({ value: String(level), label: `h${level}` }))} value={String(shown.level)} onChange={(level) => onShow({ ...shown, level: Number(level) })} />
      <RadioGroup name="width" label={t('look.width')} layout="row" choices={['320', '600', '100%'].map((width) => ({ value: width, label: width === '100%' ? t('look.whole') : `${width} px` }))} value={shown.width} onChange={(width) => onShow({ ...shown, width })} />
      <RadioGroup name="scheme" label={t('look.scheme')} hint={t('look.schemeHint')} layout="row" choices={(['', 'light', 'dark'] as const).map((scheme) => ({ value: scheme, label: t(`look.${scheme || 'auto'}`) }))} value={shown.scheme} onChange={(scheme) => onShow({ ...shown, scheme: scheme === 'light' || scheme === 'dark' ? scheme : '' })} />
      <Checkbox name="own" label={t('look.own')} checked={hasOwn} onChange={(isOwn) => onLook(isOwn ? own : {})} />
      {hasOwn && (
        <div className={styles.colours}>
          {colourNames.map((name) => (
            <ColourField key={name} name={name} label={t(`look.colour.${name}`)} value={look[name] ?? colours[name][0]} onChange={(value) => onLook({ ...look, [name]: value })} />
          ))}
        </div>
      )}
      {hasOwn && <Contrast look={look} />}
    </div>
  );
}

function ColourField({ value, onChange, ...field }: FieldProps & { name: Colour; value: string; onChange(value: string): void }) {
  const { id, problem, control } = useField(field);
  return (
    <FieldFrame {...field} id={id} problem={problem}>
      <input {...control} type="color" className={styles.colour} value={value} onChange={(event) => onChange(event.target.value)} />
    </FieldFrame>
  );
}

/** What WCAG 2.2 AA asks, in the editor's words. All six are set here, so light and dark read alike. */
function Contrast({ look }: { look: Look }) {
  const { t, n } = useWords('widgets');
  const faint = tooFaint(look).filter((pair) => pair.look === 'light');
  if (faint.length === 0) return <Notice tone="done">{t('look.readable')}</Notice>;
  return (
    <Notice tone="warning" live title={t('look.faint')}>
      <ul>
        {faint.map(({ over, under, ratio, least }) => (
          <li key={`${over} ${under}`}>
            {t('look.faintPair', { over: t(`look.colour.${over}`), under: t(`look.colour.${under}`), ratio: n(Math.floor(ratio * 10) / 10), least: n(least) })}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

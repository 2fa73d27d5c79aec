import { Facts, Section, useWords } from '@isegoria/ui/web';
import type { Certificate } from './documents';
import styles from './reports.module.css';

/** By what the files are signed, and how anybody checks one. */
export function CertificateFacts({ certificate: { subject, issuer, fingerprint, validFrom, validTo, isSelfSigned } }: { certificate: Certificate }) {
  const { t, d } = useWords('reports');
  return (
    <>
      <Section title={t('certificate.title')} id="certificate">
        <p>{t('certificate.lead')}</p>
        <Facts
          facts={[
            { label: t('certificate.subject'), value: subject },
            { label: t('certificate.validity'), value: t('certificate.validFromTo', { from: d(validFrom), to: d(validTo) }) },
            { label: t('certificate.fingerprint'), value: <code className={styles.fingerprint}>{fingerprint.replaceAll(':', ':\u200b')}</code> },
          ]}
        />
        <p>{isSelfSigned ? t('certificate.self') : t('certificate.issued', { issuer })}</p>
        <p>
          <a href="/reports/certificate.pem" download>
            {t('certificate.download')}
          </a>
        </p>
      </Section>
      <Section title={t('certificate.how')} id="how">
        <ol className={styles.steps}>
          {['how1', 'how2', 'how3'].map((step) => (
            <li key={step}>{t(`certificate.${step}`)}</li>
          ))}
        </ol>
      </Section>
    </>
  );
}

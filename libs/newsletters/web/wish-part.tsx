import { useState } from 'react';
import { Link } from 'react-router';
import { useCity } from '@isegoria/organisation/web';
import { Button, Card, CheckboxGroup, DateText, Form, FormActs, Loaded, Notice, type ResultOf, useAct, useGraph, useWords } from '@isegoria/ui/web';
import { SetWish, WishDocument } from './documents';

type Wish = ResultOf<typeof WishDocument>['newsletterWish'];

/** On a person's own account: whether they want the city's letters, and about what. */
export default function WishPart() {
  const { t } = useWords('newsletters');
  return (
    <Card title={t('wish.title')}>
      <p>
        {t('wish.text')} <Link to="/newsletters">{t('wish.archive')}</Link>
      </p>
      <Loaded answer={useGraph(WishDocument, {}, { staleMs: 0 })}>{({ newsletterWish }) => <WishForm wish={newsletterWish} />}</Loaded>
    </Card>
  );
}

function WishForm({ wish: { wants, since, categoryIds, hasAddress } }: { wish: Wish }) {
  const { t } = useWords('newsletters');
  const { offered } = useCity();
  const [chosen, setChosen] = useState<readonly string[]>(categoryIds);
  const [said, setSaid] = useState('');
  const [set, { pending }] = useAct(SetWish, { refresh: [WishDocument] });
  const press = async (wanted: boolean) => {
    setSaid('');
    const answer = await set({ wants: wanted, categoryIds: wanted ? [...chosen] : [] });
    if (answer?.setNewsletterWish.__typename !== 'NewsletterWish') return;
    setSaid(t(!wanted ? 'wish.off' : wants ? 'wish.saved' : 'wish.on'));
  };
  return (
    <>
      {said && <Notice tone="done" live>{said}</Notice>}
      {!hasAddress && <Notice tone="warning">{t('wish.noAddress')}</Notice>}
      <p>{wants && since ? <>{t('wish.since')} <DateText at={since} />.</> : t('wish.no')}</p>
      <Form words="newsletters" label={t('wish.title')} onSubmit={() => void press(true)}>
        {wants && <CheckboxGroup name="categoryIds" label={t('wish.categories')} hint={t('wish.categoriesHint')} optional choices={offered('categories')} chosen={chosen} onChange={setChosen} />}
        <FormActs>
          <Button type="submit" variant={wants ? 'secondary' : 'primary'} pending={pending}>
            {t(wants ? 'wish.save' : 'wish.yes')}
          </Button>
          {wants && (
            <Button variant="quiet" pending={pending} onClick={() => void press(false)}>
              {t('wish.stop')}
            </Button>
          )}
        </FormActs>
      </Form>
    </>
  );
}

import { allWords, chosenLocale, CityClient, makeCityClient, onLocaleChange, startWords } from '@isegoria/ui/web';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { prefetchPages } from './prefetch';
import { registerWorker } from './register-worker';
import { Pages } from './router';
import { guardSecondPress } from './second-press';
import { cityWords } from './words/load-words';

startWords(chosenLocale(), cityWords);
if (import.meta.env.DEV) await allWords();

const client = makeCityClient();
// What the server words itself is asked for again in the new language.
onLocaleChange(() => void client.invalidateQueries());
prefetchPages();
guardSecondPress(document);
registerWorker();

const city = document.getElementById('city');
if (city) {
  createRoot(city).render(
    <StrictMode>
      <CityClient client={client}>
        <BrowserRouter>
          <Pages />
        </BrowserRouter>
      </CityClient>
    </StrictMode>,
  );
}

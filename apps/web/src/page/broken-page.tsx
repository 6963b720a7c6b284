import { page } from '../words/index.ts';

/** When the page itself fails, which is our fault: said plainly, with a way on. */
export function BrokenPage() {
  return (
    <main className="empty-page">
      <h1>{page.broken.title}</h1>
      <p>{page.broken.text}</p>
      <a className="button" href="/">
        {page.broken.home}
      </a>
    </main>
  );
}

import { Link } from 'react-router';
import { page } from '../words/index.ts';

/** For an address that means nothing here. */
export function MissingPage() {
  return (
    <div className="empty-page">
      <h1>{page.missing.title}</h1>
      <p>{page.missing.text}</p>
      <Link className="button" to="/">
        {page.missing.home}
      </Link>
    </div>
  );
}

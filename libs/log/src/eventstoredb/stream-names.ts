/** What a tenant may be called: a dash would end the category of its streams, a dot the tenant itself. */
const tenantShape = /^[a-z0-9][a-z0-9_]{0,31}$/;

/** How the streams of one tenant are called on the server. */
export class StreamNames {
  /** What all of them begin with, and those of nobody else. */
  readonly prefix: string;

  /** @throws TypeError when no tenant may be called that */
  constructor(tenant: string) {
    if (!tenantShape.test(tenant)) {
      throw new TypeError(`"${tenant}" cannot be a tenant: 1 to 32 lower-case letters, digits and _, the first no _`);
    }
    this.prefix = `${tenant}.`;
  }

  /** `consent-basis/b-1` → `kithline.consentbasis-b-1`: the server's category ends at the first dash. */
  of(stream: string): string {
    const slash = stream.indexOf('/');
    return `${this.prefix}${stream.slice(0, slash).replaceAll('-', '')}-${stream.slice(slash + 1)}`;
  }

  has(name: string): boolean {
    return name.startsWith(this.prefix);
  }
}

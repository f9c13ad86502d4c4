/** Which subjects belong to which organisation. */
export class SubjectIndex {
  private readonly of = new Map<string, Set<string>>();
  at(organisationId: string): Iterable<string> {
    return this.of.get(organisationId) ?? [];
  }
  add(organisationId: string, id: string): void {
    this.of.set(organisationId, (this.of.get(organisationId) ?? new Set()).add(id));
  }
  drop(organisationId: string, id: string): void {
    this.of.get(organisationId)?.delete(id);
  }
}

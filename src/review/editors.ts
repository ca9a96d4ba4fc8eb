/**
 * Whether somebody may give verdicts.
 * @param who a Slack user's id, or a name on the web
 * @param userGroups Slack user groups that the person belongs to
 * @param editors ids of people and user groups, and names
 */
export function isEditor(who: string, userGroups: readonly string[] | undefined, editors: readonly string[]): boolean {
  return editors.includes(who) ? !isUserGroup(who) : (userGroups ?? []).some((group) => editors.includes(group));
}

/** Slack's ids of user groups begin with S: `S0614TZR7`. */
function isUserGroup(id: string): boolean {
  return /^S[A-Z0-9]{6,}$/u.test(id);
}

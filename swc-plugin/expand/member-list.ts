import { Atoms } from "../ast/atoms.ts";
import { SuppliedSite } from "./site.ts";

/** Members, each of another name, by which they are found. */
export class MemberList {
  readonly members: SuppliedSite[] = [];
  private readonly names: Atoms = new Atoms(16);

  named(name: string): SuppliedSite | null {
    const atom = this.names.known(name);
    return atom == 0 ? null : this.members[atom - 1];
  }

  add(member: SuppliedSite): void {
    this.names.add(member.name);
    this.members.push(member);
  }
}

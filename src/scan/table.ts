import type { Span } from "../diagnostics/diagnostic.ts";
import { partsOf } from "../expand/parts.ts";
import { toDiagnostic } from "../expand/problem.ts";
import { recognise } from "../expand/recognise.ts";
import type { Range, Reference, Sites, SuppliedSite, UseSite } from "../expand/site.ts";
import type { MemberReader } from "./members.ts";
import type {
  Body,
  Call,
  Definition,
  FileTable,
  Implementation,
  InterfaceReference,
  SuppliedMember,
} from "./symbol-table.ts";

/**
 * What one file contributes to the link, or `null` for nothing: it mentions the macros without
 * using them.
 */
export function readTable(code: string, file: string, members: MemberReader): FileTable | null {
  const seen = new Set<string>();
  const table: FileTable = {
    file,
    definitions: [],
    implementations: [],
    calls: [],
    diagnostics: [],
    incomplete: false,
    dependencies: [],
  };
  for (const part of partsOf(code, file)) {
    const sites = recognise(part.code, part.file, part.component);
    // Not `push(...)`: generated code has more calls than a function takes arguments.
    table.definitions = table.definitions.concat(readDefinitions(sites, file, members, seen));
    table.implementations = table.implementations.concat(readImplementations(sites, file));
    table.calls = table.calls.concat(readCalls(sites, file));
    const problems = sites.problems.map((problem) => toDiagnostic(problem, file));
    table.diagnostics = table.diagnostics.concat(problems);
    table.incomplete ||= sites.problems.some(({ ofCall }) => !ofCall);
  }
  table.dependencies = [...seen].sort();
  const empty =
    table.definitions.length === 0 &&
    table.implementations.length === 0 &&
    table.calls.length === 0 &&
    table.diagnostics.length === 0;
  return empty ? null : table;
}

function readDefinitions(
  sites: Sites,
  file: string,
  members: MemberReader,
  seen: Set<string>,
): Definition[] {
  return sites.defines.map((define) => ({
    name: define.name,
    namespace: define.namespace,
    members: sites.module && members(define.type, file, sites.module.program, seen),
    defaults: define.defaults.map((member) => supplied(sites, file, member)),
    span: span(file, define.id),
  }));
}

function readImplementations(sites: Sites, file: string): Implementation[] {
  return sites.implements.map((item) => ({
    interface: reference(item.interface, item.namespace),
    members: item.members.map((member) => supplied(sites, file, member)),
    conditions: item.conditions,
    span: span(file, item.interface),
  }));
}

function readCalls(sites: Sites, file: string): Call[] {
  return sites.uses.flatMap((use): Call[] => {
    const target = reference(use.interface, use.namespace);
    const body = bodyOf(use, sites);
    const within = body ? { within: body } : {};
    if (use.members === null) {
      return [{ interface: target, member: null, ...within, span: span(file, use.interface) }];
    }
    return use.members.map(({ name, range }) => ({
      interface: target,
      member: name,
      ...within,
      span: span(file, range),
    }));
  });
}

/** The default or implemented member that a use stands in, if it is of the interface it uses. */
function bodyOf(use: UseSite, { defines, implements: implementations }: Sites): Body | null {
  const { name } = use.interface;
  const holds = (member: SuppliedSite): boolean =>
    member.start <= use.start && use.end <= member.end;
  for (const define of defines) {
    if (define.name !== name || define.namespace !== use.namespace) continue;
    const member = define.defaults.find(holds);
    if (member) return { of: "definition", member: member.name };
  }
  for (const item of implementations) {
    if (item.interface.name !== name || item.namespace !== use.namespace) continue;
    const member = item.members.find(holds);
    if (member) return { of: "implementation", member: member.name };
  }
  return null;
}

function supplied(sites: Sites, file: string, member: SuppliedSite): SuppliedMember {
  return {
    name: member.name,
    kind: isFunction(sites, member) ? "function" : "value",
    span: span(file, member.key),
  };
}

/** Whether a member becomes a function declaration, which evaluating its module does not run. */
function isFunction(sites: Sites, member: SuppliedSite): boolean {
  if (member.kind === "reference") {
    const binding = sites.module?.binding(member.value);
    return binding?.kind === "other" && binding.node.type === "FunctionDeclaration";
  }
  return member.kind !== "value";
}

function reference(to: Reference, namespace: string | null): InterfaceReference {
  return { name: to.name, namespace, source: to.source };
}

function span(file: string, range: Range): Span {
  return { file, start: range.start, end: range.end };
}

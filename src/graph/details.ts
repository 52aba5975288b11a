import { append } from "../append.ts";
import type { GraphLink, LinkGraph } from "./data.ts";
import { packageTitle } from "./data.ts";
import { type Markup, markup } from "./markup.ts";
import { statusText } from "./svg.ts";

/** What the page says about every package, `#p0`, and every interface, `#l0`. */
export function details(graph: LinkGraph): Markup {
  const index = new Map(graph.packages.map(({ id }, at) => [id, at]));
  const view: View = {
    graph,
    to: (id) => {
      const at = index.get(id);
      return at === undefined
        ? markup`<code>${id}</code>`
        : markup`<a href="#p${at}">${packageTitle(graph.packages[at])}</a>`;
    },
  };
  const dependencies = grouped(graph.dependencies, "from");
  const dependents = grouped(graph.dependencies, "to");
  return markup`${graph.packages.map(({ id }, at) =>
    packageDetails(at, view, dependencies.get(id) ?? [], dependents.get(id) ?? []),
  )}${graph.links.map((link, at) => linkDetails(link, at, view))}`;
}

interface View {
  graph: LinkGraph;
  /** A link to a package. */
  to(id: string): Markup;
}

type Dependency = LinkGraph["dependencies"][number];

function grouped(all: readonly Dependency[], key: "from" | "to"): Map<string, Dependency[]> {
  const groups = new Map<string, Dependency[]>();
  for (const one of all) {
    append(groups, one[key], one);
  }
  return groups;
}

function packageDetails(
  at: number,
  view: View,
  dependencies: readonly Dependency[],
  dependents: readonly Dependency[],
): Markup {
  const { graph, to } = view;
  const item = graph.packages[at];
  const { id, name, version, roles } = item;
  const kinds = [
    ...(id === graph.root ? ["the package being built"] : []),
    ...(roles.facade ? ["a facade"] : []),
  ];
  const links = graph.links.map((link, number) => ({ link, number }));
  const defined = links.filter(({ link }) => link.definition === id);
  const implemented = links.filter(({ link }) => link.implementation === id);
  const rejected = links.flatMap(({ link, number }) =>
    link.rejected
      .filter((other) => other.package === id)
      .map((other) => ({ link, number, reason: other.reason })),
  );
  const called = links.flatMap(({ link, number }) =>
    link.callers
      .filter((caller) => caller.package === id)
      .map(({ members }) => ({ link, number, members })),
  );
  return markup`<article id="p${at}" tabindex="-1" aria-label="${packageTitle(item)}">
<h2>${name} <small>${version}</small></h2>
<p><code>${id === "." ? "./" : id}</code>${kinds.length > 0 ? `, ${kinds.join(", ")}` : ""}</p>
${section(
  "Defines",
  defined.map(({ link, number }) => markup`${toLink(link, number)} ${targetOf(link, view)}`),
)}${section("Implements", [
  ...implemented.map(
    ({ link, number }) => markup`${toLink(link, number)} of ${to(link.definition)}`,
  ),
  ...rejected.map(
    ({ link, number, reason }) =>
      markup`${toLink(link, number)} of ${to(link.definition)}<span class="note bad">not selected: ${reason}</span>`,
  ),
])}${section(
  "Calls",
  called.map(
    ({ link, number, members }) =>
      markup`${toLink(link, number)} of ${to(link.definition)}<span class="note">${membersText(members)}</span>`,
  ),
)}${section(
  "Depends on",
  dependencies.map((one) => dependency(one, to(one.to))),
)}${section(
  "Needed by",
  dependents.map((one) => dependency(one, to(one.from))),
)}</article>
`;
}

function dependency({ kinds, turned }: Dependency, name: Markup): Markup {
  const notes = kinds.filter((kind) => kind !== "dependencies").map(String);
  if (turned) notes.push("turned around by linking");
  return notes.length === 0 ? name : markup`${name} <small>${notes.join(", ")}</small>`;
}

function linkDetails(link: GraphLink, at: number, view: View): Markup {
  const { to } = view;
  const { replaces, reason, status } = link;
  return markup`<article id="l${at}" tabindex="-1" aria-label="interface ${link.interface}">
<h2>${link.interface}</h2>
<p>of ${to(link.definition)}</p>
<p class="status ${status}">${statusText(link)}${link.implementation === null ? "" : markup` to ${to(link.implementation)}`}</p>
${status === "open" ? "" : markup`<p>${status === "unlinked" ? "" : "because: "}${reason}${replaces === null ? "" : `, in place of the default ${replaces}`}</p>`}
${section(
  "Members",
  link.members.map(
    ({ name, file, default: weak }) =>
      markup`<b>${name}</b><span class="note"><code>${file}</code>${weak ? ", its default" : ""}</span>`,
  ),
)}${section(
  "Called by",
  link.callers.map(
    (caller) =>
      markup`${to(caller.package)}<span class="note">${membersText(caller.members)}</span>`,
  ),
  "nobody",
)}${section(
  "Not selected",
  link.rejected.map(
    (other) =>
      markup`${other.package === null ? other.name : to(other.package)}<span class="note bad">${other.reason}</span>`,
  ),
)}</article>
`;
}

function section(heading: string, items: readonly Markup[], none = ""): Markup {
  if (items.length === 0 && none === "") return markup``;
  const list = items.length === 0 ? [markup`${none}`] : items;
  return markup`<h3>${heading}</h3><ul>${list.map((item) => markup`<li>${item}</li>`)}</ul>
`;
}

function toLink(link: GraphLink, at: number): Markup {
  return markup`<a class="interface" href="#l${at}">${link.interface}</a>`;
}

/** `→ my-logger@1.0.0` */
function targetOf(link: GraphLink, { to }: View): Markup {
  if (link.implementation === null || link.implementation === link.definition) {
    return markup`<span class="note status ${link.status}">${statusText(link)}</span>`;
  }
  return markup`→ ${to(link.implementation)}`;
}

function membersText(members: readonly string[]): string {
  return members.map((name) => (name === "*" ? "all members, as an object" : name)).join(", ");
}

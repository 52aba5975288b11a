import {
  defaultImport,
  hiddenInterface,
  localAlias,
  namespaceAlone,
  notAnInterface,
  ownClass,
  typeOnlyInterface,
  undeclaredInterface,
} from "../../src/messages/macros.ts";
import { Node } from "../ast/node.ts";
import { Slot, Type } from "../ast/shapes.ts";
import { localDeclaration, localInit } from "./local.ts";
import { Binding, BindingKind } from "./module.ts";
import { Reader } from "./reader.ts";
import { Range, Reference } from "./site.ts";
import {
  around,
  childOf,
  describe,
  isAccess,
  isComputed,
  isOptional,
  propertyOf,
  unwrap,
} from "./syntax.ts";

/**
 * Reads a reference to an interface: a named import, a member of a namespace import, or the
 * definition in the same file. Reports anything else and returns `null`.
 */
export function readReference(reader: Reader, node: Node): Reference | null {
  const target = unwrap(node);
  const found = findReference(reader, target);
  if (found) return found;
  if (target.type == Type.Ident) reportIdentifier(reader, target);
  else if (isAccess(target) && isNamespaceImport(reader, childOf(target, Slot.Obj))) {
    reader.report(notAnInterface("a computed or optional access"), target);
  } else reader.report(notAnInterface(describe(target)), target);
  return null;
}

/** The interface that a node refers to, or `null`; reports nothing. */
export function findReference(reader: Reader, node: Node): Reference | null {
  const target = unwrap(node);
  if (target.type == Type.Ident) return findByName(reader, target);
  if (!isAccess(target)) return null;
  const object = childOf(target, Slot.Obj);
  if (!isNamespaceImport(reader, object)) return null;
  const property = propertyOf(target);
  if (isComputed(target) || isOptional(target) || property.type != Type.IdentName) return null;
  const identifier = unwrap(object);
  const binding = reader.module.binding(identifier);
  return binding ? referenceTo(reader.name(property), binding.source, identifier, target) : null;
}

function findByName(reader: Reader, identifier: Node): Reference | null {
  const binding = reader.module.binding(identifier);
  if (!binding) return null;
  if (isByName(binding)) {
    return referenceTo(binding.imported, binding.source, identifier, identifier);
  }
  if (!binding.isInterface) return null;
  return referenceTo(reader.name(identifier), null, identifier, identifier);
}

function referenceTo(name: string, source: string | null, identifier: Node, at: Node): Reference {
  return new Reference(name, source, identifier, new Range(at.lo, at.hi));
}

/** Whether a node names a namespace import, so that its members may be interfaces. */
export function isNamespaceImport(reader: Reader, node: Node): bool {
  const binding = reader.module.binding(unwrap(node));
  return binding != null && binding.imported == "*" && !binding.typeOnly;
}

/** Whether a binding is an import that may be an interface. */
function isByName(binding: Binding): bool {
  if (binding.kind != BindingKind.Import || binding.typeOnly) return false;
  return binding.imported != "*" && binding.imported != "default";
}

function reportIdentifier(reader: Reader, node: Node): void {
  const name = reader.name(node);
  const binding = reader.module.binding(node);
  if (!binding) {
    reportLocal(reader, name, node);
    return;
  }
  switch (binding.kind) {
    case BindingKind.Import:
      if (binding.typeOnly) reader.report(typeOnlyInterface(name), node);
      else if (binding.imported == "*") reader.report(namespaceAlone(name), node);
      else reader.report(defaultImport(name, binding.source), node);
      return;
    case BindingKind.Const: {
      const init = binding.node.child(Slot.Init);
      // A definition that was reported as misplaced is not reported again at its uses.
      if (isDefinition(reader, init)) return;
      const alias = aliasOf(reader, init);
      if (alias) reportAlias(reader, name, alias, node);
      else reader.report(notAnInterface("the constant `" + name + "`"), node);
      return;
    }
    case BindingKind.Class: {
      const access = around(node);
      const isOwn = node.lo >= binding.node.lo && node.hi <= binding.node.hi;
      if (isOwn && isAccess(access) && !isComputed(access)) {
        reader.report(ownClass(name, reader.text(propertyOf(access))), node);
      } else reader.report(notAnInterface("the class `" + name + "`"), node);
      return;
    }
    default:
      reader.report(notAnInterface("`" + name + "`"), node);
  }
}

/** Reports a name that is no binding of the file's top level. */
function reportLocal(reader: Reader, name: string, node: Node): void {
  const module = reader.module;
  if (node.ctxt == module.unresolved) {
    reader.report(undeclaredInterface(name), node);
    return;
  }
  const declaration = localDeclaration(module, node);
  if (!declaration && module.isOfTopLevel(node)) {
    // The host strips types before plugins run: what declared the name was one.
    reader.report(typeOnlyInterface(name), node);
    return;
  }
  const alias = declaration ? aliasOf(reader, localInit(declaration)) : null;
  if (alias) reportAlias(reader, name, alias, node);
  else if (module.named(node)) reader.report(hiddenInterface(name), node);
  else reader.report(notAnInterface("the local `" + name + "`"), node);
}

function reportAlias(reader: Reader, name: string, target: Node, at: Node): void {
  const binding = reader.module.binding(target);
  const renamed = binding != null && isByName(binding);
  const imported = binding && renamed ? binding.imported : "";
  const source = binding && renamed ? binding.source : null;
  reader.report(localAlias(name, reader.text(target), imported, source), at);
}

/** Whether an initializer is a `def_interface` call. */
function isDefinition(reader: Reader, init: Node | null): bool {
  if (!init) return false;
  const call = unwrap(init);
  if (call.type != Type.CallExpr) return false;
  const binding = reader.module.binding(unwrap(childOf(call, Slot.Callee)));
  return binding != null && binding.imported == "def_interface";
}

/** What a variable is an alias of: the import or definition that its initializer names. */
function aliasOf(reader: Reader, init: Node | null): Node | null {
  // Constants may name each other in a circle.
  let left = reader.module.bindings.length;
  let next = init;
  while (next && left-- > 0) {
    const value = unwrap(next);
    if (isAccess(value)) return isNamespaceImport(reader, childOf(value, Slot.Obj)) ? value : null;
    const binding = reader.module.binding(value);
    if (!binding) return null;
    if (binding.kind == BindingKind.Import) return value;
    if (binding.kind != BindingKind.Const) return null;
    next = binding.node.child(Slot.Init);
    if (isDefinition(reader, next)) return value;
  }
  return null;
}

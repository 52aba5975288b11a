/**
 * How SWC encodes its syntax tree, as far as we use it: every struct and enum of `swc_ecma_ast` in
 * which an expression can stand, with its fields in the order in which they are sent.
 *
 * Both generations of the encoding are here, that of @swc/core 1.15 and that of 1.16: a type that
 * they differ in has two entries, told apart by the number of fields. `test/swc/shapes.test.ts`
 * compares the table with what the hosts send.
 *
 * @module
 */

/** The types of nodes: the structs of swc_ecma_ast, then its enums. */
export enum Type {
  None,
  /** What the table does not know. */
  Opaque,
  /** What only TypeScript sees: identifiers in it name types, or values that are not used. */
  OnlyTypes,

  // Structs: programs and modules.

  Module,
  Script,
  ImportDecl,
  ImportNamedSpecifier,
  ImportDefaultSpecifier,
  ImportStarAsSpecifier,
  ExportDecl,
  ExportDefaultDecl,
  ExportDefaultExpr,
  ExportAll,
  NamedExport,
  ExportNamespaceSpecifier,
  ExportDefaultSpecifier,
  ExportNamedSpecifier,

  // Declarations.

  ClassDecl,
  FnDecl,
  VarDecl,
  VarDeclarator,
  UsingDecl,

  // Statements.

  BlockStmt,
  EmptyStmt,
  DebuggerStmt,
  WithStmt,
  ReturnStmt,
  LabeledStmt,
  BreakStmt,
  ContinueStmt,
  IfStmt,
  SwitchStmt,
  SwitchCase,
  ThrowStmt,
  TryStmt,
  CatchClause,
  WhileStmt,
  DoWhileStmt,
  ForStmt,
  ForInStmt,
  ForOfStmt,
  ExprStmt,

  // Functions and classes.

  Function,
  FunctionBody,
  Param,
  Class,
  Constructor,
  ClassMethod,
  PrivateMethod,
  ClassProp,
  PrivateProp,
  StaticBlock,
  AutoAccessor,
  Decorator,

  // Names.

  Ident,
  IdentName,
  PrivateName,
  BindingIdent,
  ComputedPropName,

  // Expressions.

  ThisExpr,
  ArrayLit,
  ObjectLit,
  FnExpr,
  UnaryExpr,
  UpdateExpr,
  BinExpr,
  AssignExpr,
  MemberExpr,
  SuperPropExpr,
  CondExpr,
  CallExpr,
  NewExpr,
  SeqExpr,
  Tpl,
  TplElement,
  TaggedTpl,
  ArrowExpr,
  ClassExpr,
  YieldExpr,
  MetaPropExpr,
  AwaitExpr,
  ParenExpr,
  OptChainExpr,
  OptCall,
  Super,
  Import,
  ExprOrSpread,
  SpreadElement,
  Invalid,

  // Literals.

  Str,
  Bool,
  Null,
  Number,
  BigInt,
  Regex,

  // Properties of objects.

  KeyValueProp,
  AssignProp,
  GetterProp,
  SetterProp,
  MethodProp,

  // Patterns.

  ArrayPat,
  RestPat,
  ObjectPat,
  AssignPat,
  KeyValuePatProp,
  AssignPatProp,

  // JSX.

  JSXElement,
  JSXOpeningElement,
  JSXClosingElement,
  JSXFragment,
  JSXOpeningFragment,
  JSXClosingFragment,
  JSXAttr,
  JSXText,
  JSXExprContainer,
  JSXSpreadChild,
  JSXEmptyExpr,
  JSXMemberExpr,
  JSXNamespacedName,

  // What TypeScript adds to expressions and statements.

  TsAsExpr,
  TsSatisfiesExpr,
  TsTypeAssertion,
  TsConstAssertion,
  TsNonNullExpr,
  TsInstantiation,
  TsThisParam,
  TsParamProp,
  TsEnumDecl,
  TsEnumMember,
  TsModuleDecl,
  TsModuleBlock,
  TsNamespaceDecl,
  TsImportEqualsDecl,
  TsExternalModuleRef,
  TsQualifiedName,
  TsExportAssignment,

  // Enums.

  Program,
  ModuleItem,
  ModuleDecl,
  ImportSpecifier,
  ExportSpecifier,
  ModuleExportName,
  DefaultDecl,
  Stmt,
  Decl,
  VarDeclOrExpr,
  ForHead,
  ParamOrTsParamProp,
  TsParamPropParam,
  ClassMember,
  Key,
  PropName,
  Expr,
  Lit,
  Callee,
  MemberProp,
  SuperProp,
  OptChainBase,
  BlockStmtOrExpr,
  AssignTarget,
  SimpleAssignTarget,
  AssignTargetPat,
  PropOrSpread,
  Prop,
  Pat,
  ObjectPatProp,
  JSXElementName,
  JSXObject,
  JSXAttrOrSpread,
  JSXAttrName,
  JSXAttrValue,
  JSXElementChild,
  JSXExpr,
  TsEnumMemberId,
  TsModuleName,
  TsNamespaceBody,
  TsModuleRef,
  TsEntityName,

  /** How many there are. */
  Count,
}

/** What a field is for: the same name in all structs where it means the same. */
export enum Slot {
  None,

  // What every node may have.

  Span,
  Ctxt,
  /** The text of a name. */
  Sym,

  // Modules.

  Body,
  Shebang,
  Specifiers,
  /** The module that is imported from: a `Str`. */
  Source,
  TypeOnly,
  /** Import attributes: an `ObjectLit`. */
  With,
  /** `import source`, `import defer`. */
  Phase,
  Local,
  Imported,
  Orig,
  Exported,

  // Declarations.

  Decl,
  Decls,
  /** The name of a function, a class, an enum or a pattern of one name. */
  Ident,
  Name,
  Init,
  Kind,
  Declare,
  Definite,

  // Statements.

  Stmts,
  Label,
  Test,
  /** What follows when `Test` holds; of a `case`, its statements. */
  Cons,
  Alt,
  Discriminant,
  Cases,
  Block,
  Handler,
  Finalizer,
  Update,

  // Functions and classes.

  Function,
  ThisParam,
  Params,
  Param,
  Pat,
  Decorators,
  IsAsync,
  IsGenerator,
  IsAwait,
  TypeParams,
  ReturnType,
  TypeAnn,
  Class,
  SuperClass,
  SuperTypeParams,
  Implements,
  Key,
  Value,
  IsStatic,
  IsAbstract,
  IsOptional,
  IsOverride,
  Readonly,
  Accessibility,

  // Expressions.

  Expr,
  Exprs,
  Elems,
  Props,
  Op,
  Prefix,
  Arg,
  Left,
  Right,
  Obj,
  Prop,
  Callee,
  Args,
  TypeArgs,
  Quasis,
  Tag,
  Tpl,
  Tail,
  Cooked,
  Raw,
  Delegate,
  Optional,
  Base,
  /** The dots of a spread or rest: a span; of an argument or element that is none, an empty array. */
  Dots,
  Flags,

  // JSX.

  Opening,
  Closing,
  Children,
  Attrs,
  SelfClosing,
  Namespace,

  // TypeScript.

  IsConst,
  IsExport,
  Global,
  Members,
  ModuleRef,
}

/** How a field holds it. */
export enum Holds {
  /**
   * What has no nodes in it: a boolean, a number, a text, a further span, an enum without payload (an
   * integer from 1), or an array of none or one of these.
   */
  Scalar,
  /** `[lo, hi]`, the span of the struct itself. */
  Span,
  /** One end of it: a struct that has nothing but a span is that span. */
  Lo,
  Hi,
  /** The span of dots: where the struct begins. Perhaps in an array of none or one. */
  Dots,
  /** A SyntaxContext. */
  Ctxt,
  /** The text of a name. */
  Sym,
  /** One node. */
  One,
  /** None or one, in an array. */
  Option,
  /** Any number, in an array. */
  List,
  /** An array of arrays of none or one. */
  Holes,
  /** A list in an array, or an empty array. */
  OptionList,
  /** What only TypeScript sees, however it is encoded. */
  Types,
}

/**
 * The structs: of each its type, the number of its fields, and of each field its slot, how it holds
 * what is in it, and the type of that. A struct of a single field is encoded as that field, without an
 * array around it.
 */
// biome-ignore format: one line for each field
export const STRUCTS: StaticArray<i32> = [
  // Programs and modules.

  Type.Module, 3,
  Slot.Span, Holds.Span, 0,
  Slot.Body, Holds.List, Type.ModuleItem,
  Slot.Shebang, Holds.Scalar, 0,

  Type.Script, 3,
  Slot.Span, Holds.Span, 0,
  Slot.Body, Holds.List, Type.Stmt,
  Slot.Shebang, Holds.Scalar, 0,

  Type.ImportDecl, 6,
  Slot.Span, Holds.Span, 0,
  Slot.Specifiers, Holds.List, Type.ImportSpecifier,
  Slot.Source, Holds.One, Type.Str,
  Slot.TypeOnly, Holds.Scalar, 0,
  Slot.With, Holds.Option, Type.ObjectLit,
  Slot.Phase, Holds.Scalar, 0,

  Type.ImportNamedSpecifier, 4,
  Slot.Span, Holds.Span, 0,
  Slot.Local, Holds.One, Type.Ident,
  Slot.Imported, Holds.Option, Type.ModuleExportName,
  Slot.TypeOnly, Holds.Scalar, 0,

  Type.ImportDefaultSpecifier, 2,
  Slot.Span, Holds.Span, 0,
  Slot.Local, Holds.One, Type.Ident,

  Type.ImportStarAsSpecifier, 2,
  Slot.Span, Holds.Span, 0,
  Slot.Local, Holds.One, Type.Ident,

  Type.ExportDecl, 2,
  Slot.Span, Holds.Span, 0,
  Slot.Decl, Holds.One, Type.Decl,

  Type.ExportDefaultDecl, 2,
  Slot.Span, Holds.Span, 0,
  Slot.Decl, Holds.One, Type.DefaultDecl,

  Type.ExportDefaultExpr, 2,
  Slot.Span, Holds.Span, 0,
  Slot.Expr, Holds.One, Type.Expr,

  Type.ExportAll, 4,
  Slot.Span, Holds.Span, 0,
  Slot.Source, Holds.One, Type.Str,
  Slot.TypeOnly, Holds.Scalar, 0,
  Slot.With, Holds.Option, Type.ObjectLit,

  Type.NamedExport, 5,
  Slot.Span, Holds.Span, 0,
  Slot.Specifiers, Holds.List, Type.ExportSpecifier,
  Slot.Source, Holds.Option, Type.Str,
  Slot.TypeOnly, Holds.Scalar, 0,
  Slot.With, Holds.Option, Type.ObjectLit,

  Type.ExportNamespaceSpecifier, 2,
  Slot.Span, Holds.Span, 0,
  Slot.Exported, Holds.One, Type.ModuleExportName,

  Type.ExportDefaultSpecifier, 4, // only an Ident
  Slot.Span, Holds.Span, 0,
  Slot.Ctxt, Holds.Ctxt, 0,
  Slot.Sym, Holds.Sym, 0,
  Slot.IsOptional, Holds.Scalar, 0,

  Type.ExportNamedSpecifier, 4,
  Slot.Span, Holds.Span, 0,
  Slot.Orig, Holds.One, Type.ModuleExportName,
  Slot.Exported, Holds.Option, Type.ModuleExportName,
  Slot.TypeOnly, Holds.Scalar, 0,

  // Declarations.

  Type.ClassDecl, 3,
  Slot.Ident, Holds.One, Type.Ident,
  Slot.Declare, Holds.Scalar, 0,
  Slot.Class, Holds.One, Type.Class,

  Type.FnDecl, 3,
  Slot.Ident, Holds.One, Type.Ident,
  Slot.Declare, Holds.Scalar, 0,
  Slot.Function, Holds.One, Type.Function,

  Type.VarDecl, 5,
  Slot.Span, Holds.Span, 0,
  Slot.Ctxt, Holds.Ctxt, 0,
  Slot.Kind, Holds.Scalar, 0,
  Slot.Declare, Holds.Scalar, 0,
  Slot.Decls, Holds.List, Type.VarDeclarator,

  Type.VarDeclarator, 4,
  Slot.Span, Holds.Span, 0,
  Slot.Name, Holds.One, Type.Pat,
  Slot.Init, Holds.Option, Type.Expr,
  Slot.Definite, Holds.Scalar, 0,

  Type.UsingDecl, 3,
  Slot.Span, Holds.Span, 0,
  Slot.IsAwait, Holds.Scalar, 0,
  Slot.Decls, Holds.List, Type.VarDeclarator,

  // Statements.

  Type.BlockStmt, 3,
  Slot.Span, Holds.Span, 0,
  Slot.Ctxt, Holds.Ctxt, 0,
  Slot.Stmts, Holds.List, Type.Stmt,

  Type.EmptyStmt, 2,
  Slot.Span, Holds.Lo, 0,
  Slot.Span, Holds.Hi, 0,

  Type.DebuggerStmt, 2,
  Slot.Span, Holds.Lo, 0,
  Slot.Span, Holds.Hi, 0,

  Type.WithStmt, 3,
  Slot.Span, Holds.Span, 0,
  Slot.Obj, Holds.One, Type.Expr,
  Slot.Body, Holds.One, Type.Stmt,

  Type.ReturnStmt, 2,
  Slot.Span, Holds.Span, 0,
  Slot.Arg, Holds.Option, Type.Expr,

  Type.LabeledStmt, 3,
  Slot.Span, Holds.Span, 0,
  Slot.Label, Holds.One, Type.Ident,
  Slot.Body, Holds.One, Type.Stmt,

  Type.BreakStmt, 2,
  Slot.Span, Holds.Span, 0,
  Slot.Label, Holds.Option, Type.Ident,

  Type.ContinueStmt, 2,
  Slot.Span, Holds.Span, 0,
  Slot.Label, Holds.Option, Type.Ident,

  Type.IfStmt, 4,
  Slot.Span, Holds.Span, 0,
  Slot.Test, Holds.One, Type.Expr,
  Slot.Cons, Holds.One, Type.Stmt,
  Slot.Alt, Holds.Option, Type.Stmt,

  // 1.15.
  Type.SwitchStmt, 3,
  Slot.Span, Holds.Span, 0,
  Slot.Discriminant, Holds.One, Type.Expr,
  Slot.Cases, Holds.List, Type.SwitchCase,
  // 1.16.
  Type.SwitchStmt, 4,
  Slot.Span, Holds.Span, 0,
  Slot.Ctxt, Holds.Ctxt, 0,
  Slot.Discriminant, Holds.One, Type.Expr,
  Slot.Cases, Holds.List, Type.SwitchCase,

  Type.SwitchCase, 3,
  Slot.Span, Holds.Span, 0,
  Slot.Test, Holds.Option, Type.Expr,
  Slot.Cons, Holds.List, Type.Stmt,

  Type.ThrowStmt, 2,
  Slot.Span, Holds.Span, 0,
  Slot.Arg, Holds.One, Type.Expr,

  Type.TryStmt, 4,
  Slot.Span, Holds.Span, 0,
  Slot.Block, Holds.One, Type.BlockStmt,
  Slot.Handler, Holds.Option, Type.CatchClause,
  Slot.Finalizer, Holds.Option, Type.BlockStmt,

  Type.CatchClause, 3,
  Slot.Span, Holds.Span, 0,
  Slot.Param, Holds.Option, Type.Pat,
  Slot.Body, Holds.One, Type.BlockStmt,

  Type.WhileStmt, 3,
  Slot.Span, Holds.Span, 0,
  Slot.Test, Holds.One, Type.Expr,
  Slot.Body, Holds.One, Type.Stmt,

  Type.DoWhileStmt, 3,
  Slot.Span, Holds.Span, 0,
  Slot.Test, Holds.One, Type.Expr,
  Slot.Body, Holds.One, Type.Stmt,

  Type.ForStmt, 5,
  Slot.Span, Holds.Span, 0,
  Slot.Init, Holds.Option, Type.VarDeclOrExpr,
  Slot.Test, Holds.Option, Type.Expr,
  Slot.Update, Holds.Option, Type.Expr,
  Slot.Body, Holds.One, Type.Stmt,

  Type.ForInStmt, 4,
  Slot.Span, Holds.Span, 0,
  Slot.Left, Holds.One, Type.ForHead,
  Slot.Right, Holds.One, Type.Expr,
  Slot.Body, Holds.One, Type.Stmt,

  Type.ForOfStmt, 5,
  Slot.Span, Holds.Span, 0,
  Slot.IsAwait, Holds.Scalar, 0,
  Slot.Left, Holds.One, Type.ForHead,
  Slot.Right, Holds.One, Type.Expr,
  Slot.Body, Holds.One, Type.Stmt,

  Type.ExprStmt, 2,
  Slot.Span, Holds.Span, 0,
  Slot.Expr, Holds.One, Type.Expr,

  // Functions and classes.

  // 1.15: a parameter called `this` is one of the parameters.
  Type.Function, 9,
  Slot.Params, Holds.List, Type.Param,
  Slot.Decorators, Holds.List, Type.Decorator,
  Slot.Span, Holds.Span, 0,
  Slot.Ctxt, Holds.Ctxt, 0,
  Slot.Body, Holds.Option, Type.FunctionBody,
  Slot.IsGenerator, Holds.Scalar, 0,
  Slot.IsAsync, Holds.Scalar, 0,
  Slot.TypeParams, Holds.Types, 0,
  Slot.ReturnType, Holds.Types, 0,
  // 1.16: it has a field.
  Type.Function, 10,
  Slot.ThisParam, Holds.Option, Type.TsThisParam,
  Slot.Params, Holds.List, Type.Param,
  Slot.Decorators, Holds.List, Type.Decorator,
  Slot.Span, Holds.Span, 0,
  Slot.Ctxt, Holds.Ctxt, 0,
  Slot.Body, Holds.Option, Type.FunctionBody,
  Slot.IsGenerator, Holds.Scalar, 0,
  Slot.IsAsync, Holds.Scalar, 0,
  Slot.TypeParams, Holds.Types, 0,
  Slot.ReturnType, Holds.Types, 0,

  // 1.15: a BlockStmt.
  Type.FunctionBody, 3,
  Slot.Span, Holds.Span, 0,
  Slot.Ctxt, Holds.Ctxt, 0,
  Slot.Stmts, Holds.List, Type.Stmt,
  // 1.16: a struct of its own.
  Type.FunctionBody, 2,
  Slot.Span, Holds.Span, 0,
  Slot.Stmts, Holds.List, Type.Stmt,

  Type.Param, 3,
  Slot.Span, Holds.Span, 0,
  Slot.Decorators, Holds.List, Type.Decorator,
  Slot.Pat, Holds.One, Type.Pat,

  Type.Class, 9,
  Slot.Span, Holds.Span, 0,
  Slot.Ctxt, Holds.Ctxt, 0,
  Slot.Decorators, Holds.List, Type.Decorator,
  Slot.Body, Holds.List, Type.ClassMember,
  Slot.SuperClass, Holds.Option, Type.Expr,
  Slot.IsAbstract, Holds.Scalar, 0,
  Slot.TypeParams, Holds.Types, 0,
  Slot.SuperTypeParams, Holds.Types, 0,
  Slot.Implements, Holds.Types, 0,

  Type.Constructor, 7,
  Slot.Span, Holds.Span, 0,
  Slot.Ctxt, Holds.Ctxt, 0,
  Slot.Key, Holds.One, Type.PropName,
  Slot.Params, Holds.List, Type.ParamOrTsParamProp,
  Slot.Body, Holds.Option, Type.FunctionBody,
  Slot.Accessibility, Holds.Scalar, 0,
  Slot.IsOptional, Holds.Scalar, 0,

  Type.ClassMethod, 9,
  Slot.Span, Holds.Span, 0,
  Slot.Key, Holds.One, Type.PropName,
  Slot.Function, Holds.One, Type.Function,
  Slot.Kind, Holds.Scalar, 0,
  Slot.IsStatic, Holds.Scalar, 0,
  Slot.Accessibility, Holds.Scalar, 0,
  Slot.IsAbstract, Holds.Scalar, 0,
  Slot.IsOptional, Holds.Scalar, 0,
  Slot.IsOverride, Holds.Scalar, 0,

  Type.PrivateMethod, 9,
  Slot.Span, Holds.Span, 0,
  Slot.Key, Holds.One, Type.PrivateName,
  Slot.Function, Holds.One, Type.Function,
  Slot.Kind, Holds.Scalar, 0,
  Slot.IsStatic, Holds.Scalar, 0,
  Slot.Accessibility, Holds.Scalar, 0,
  Slot.IsAbstract, Holds.Scalar, 0,
  Slot.IsOptional, Holds.Scalar, 0,
  Slot.IsOverride, Holds.Scalar, 0,

  Type.ClassProp, 13,
  Slot.Span, Holds.Span, 0,
  Slot.Key, Holds.One, Type.PropName,
  Slot.Value, Holds.Option, Type.Expr,
  Slot.TypeAnn, Holds.Types, 0,
  Slot.IsStatic, Holds.Scalar, 0,
  Slot.Decorators, Holds.List, Type.Decorator,
  Slot.Accessibility, Holds.Scalar, 0,
  Slot.IsAbstract, Holds.Scalar, 0,
  Slot.IsOptional, Holds.Scalar, 0,
  Slot.IsOverride, Holds.Scalar, 0,
  Slot.Readonly, Holds.Scalar, 0,
  Slot.Declare, Holds.Scalar, 0,
  Slot.Definite, Holds.Scalar, 0,

  Type.PrivateProp, 12,
  Slot.Span, Holds.Span, 0,
  Slot.Ctxt, Holds.Ctxt, 0,
  Slot.Key, Holds.One, Type.PrivateName,
  Slot.Value, Holds.Option, Type.Expr,
  Slot.TypeAnn, Holds.Types, 0,
  Slot.IsStatic, Holds.Scalar, 0,
  Slot.Decorators, Holds.List, Type.Decorator,
  Slot.Accessibility, Holds.Scalar, 0,
  Slot.IsOptional, Holds.Scalar, 0,
  Slot.IsOverride, Holds.Scalar, 0,
  Slot.Readonly, Holds.Scalar, 0,
  Slot.Definite, Holds.Scalar, 0,

  Type.StaticBlock, 2,
  Slot.Span, Holds.Span, 0,
  Slot.Body, Holds.One, Type.BlockStmt,

  Type.AutoAccessor, 10,
  Slot.Span, Holds.Span, 0,
  Slot.Key, Holds.One, Type.Key,
  Slot.Value, Holds.Option, Type.Expr,
  Slot.TypeAnn, Holds.Types, 0,
  Slot.IsStatic, Holds.Scalar, 0,
  Slot.Decorators, Holds.List, Type.Decorator,
  Slot.Accessibility, Holds.Scalar, 0,
  Slot.IsAbstract, Holds.Scalar, 0,
  Slot.IsOverride, Holds.Scalar, 0,
  Slot.Definite, Holds.Scalar, 0,

  Type.Decorator, 2,
  Slot.Span, Holds.Span, 0,
  Slot.Expr, Holds.One, Type.Expr,

  // Names.

  Type.Ident, 4,
  Slot.Span, Holds.Span, 0,
  Slot.Ctxt, Holds.Ctxt, 0,
  Slot.Sym, Holds.Sym, 0,
  Slot.IsOptional, Holds.Scalar, 0,

  Type.IdentName, 2,
  Slot.Span, Holds.Span, 0,
  Slot.Sym, Holds.Sym, 0,

  Type.PrivateName, 2,
  Slot.Span, Holds.Span, 0,
  Slot.Sym, Holds.Sym, 0,

  Type.BindingIdent, 2,
  Slot.Ident, Holds.One, Type.Ident,
  Slot.TypeAnn, Holds.Types, 0,

  Type.ComputedPropName, 2,
  Slot.Span, Holds.Span, 0,
  Slot.Expr, Holds.One, Type.Expr,

  // Expressions.

  Type.ThisExpr, 2,
  Slot.Span, Holds.Lo, 0,
  Slot.Span, Holds.Hi, 0,

  Type.ArrayLit, 2,
  Slot.Span, Holds.Span, 0,
  Slot.Elems, Holds.Holes, Type.ExprOrSpread,

  Type.ObjectLit, 2,
  Slot.Span, Holds.Span, 0,
  Slot.Props, Holds.List, Type.PropOrSpread,

  Type.FnExpr, 2,
  Slot.Ident, Holds.Option, Type.Ident,
  Slot.Function, Holds.One, Type.Function,

  Type.UnaryExpr, 3,
  Slot.Span, Holds.Span, 0,
  Slot.Op, Holds.Scalar, 0,
  Slot.Arg, Holds.One, Type.Expr,

  Type.UpdateExpr, 4,
  Slot.Span, Holds.Span, 0,
  Slot.Op, Holds.Scalar, 0,
  Slot.Prefix, Holds.Scalar, 0,
  Slot.Arg, Holds.One, Type.Expr,

  Type.BinExpr, 4,
  Slot.Span, Holds.Span, 0,
  Slot.Op, Holds.Scalar, 0,
  Slot.Left, Holds.One, Type.Expr,
  Slot.Right, Holds.One, Type.Expr,

  Type.AssignExpr, 4,
  Slot.Span, Holds.Span, 0,
  Slot.Op, Holds.Scalar, 0,
  Slot.Left, Holds.One, Type.AssignTarget,
  Slot.Right, Holds.One, Type.Expr,

  Type.MemberExpr, 3,
  Slot.Span, Holds.Span, 0,
  Slot.Obj, Holds.One, Type.Expr,
  Slot.Prop, Holds.One, Type.MemberProp,

  Type.SuperPropExpr, 3,
  Slot.Span, Holds.Span, 0,
  Slot.Obj, Holds.One, Type.Super,
  Slot.Prop, Holds.One, Type.SuperProp,

  Type.CondExpr, 4,
  Slot.Span, Holds.Span, 0,
  Slot.Test, Holds.One, Type.Expr,
  Slot.Cons, Holds.One, Type.Expr,
  Slot.Alt, Holds.One, Type.Expr,

  Type.CallExpr, 5,
  Slot.Span, Holds.Span, 0,
  Slot.Ctxt, Holds.Ctxt, 0,
  Slot.Callee, Holds.One, Type.Callee,
  Slot.Args, Holds.List, Type.ExprOrSpread,
  Slot.TypeArgs, Holds.Types, 0,

  Type.NewExpr, 5,
  Slot.Span, Holds.Span, 0,
  Slot.Ctxt, Holds.Ctxt, 0,
  Slot.Callee, Holds.One, Type.Expr,
  Slot.Args, Holds.OptionList, Type.ExprOrSpread,
  Slot.TypeArgs, Holds.Types, 0,

  Type.SeqExpr, 2,
  Slot.Span, Holds.Span, 0,
  Slot.Exprs, Holds.List, Type.Expr,

  Type.Tpl, 3,
  Slot.Span, Holds.Span, 0,
  Slot.Exprs, Holds.List, Type.Expr,
  Slot.Quasis, Holds.List, Type.TplElement,

  Type.TplElement, 4,
  Slot.Span, Holds.Span, 0,
  Slot.Tail, Holds.Scalar, 0,
  Slot.Cooked, Holds.Scalar, 0,
  Slot.Raw, Holds.Scalar, 0,

  Type.TaggedTpl, 5,
  Slot.Span, Holds.Span, 0,
  Slot.Ctxt, Holds.Ctxt, 0,
  Slot.Tag, Holds.One, Type.Expr,
  Slot.TypeArgs, Holds.Types, 0,
  Slot.Tpl, Holds.One, Type.Tpl,

  Type.ArrowExpr, 8,
  Slot.Span, Holds.Span, 0,
  Slot.Ctxt, Holds.Ctxt, 0,
  Slot.Params, Holds.List, Type.Pat,
  Slot.Body, Holds.One, Type.BlockStmtOrExpr,
  Slot.IsAsync, Holds.Scalar, 0,
  Slot.IsGenerator, Holds.Scalar, 0,
  Slot.TypeParams, Holds.Types, 0,
  Slot.ReturnType, Holds.Types, 0,

  Type.ClassExpr, 2,
  Slot.Ident, Holds.Option, Type.Ident,
  Slot.Class, Holds.One, Type.Class,

  Type.YieldExpr, 3,
  Slot.Span, Holds.Span, 0,
  Slot.Arg, Holds.Option, Type.Expr,
  Slot.Delegate, Holds.Scalar, 0,

  Type.MetaPropExpr, 2,
  Slot.Span, Holds.Span, 0,
  Slot.Kind, Holds.Scalar, 0,

  Type.AwaitExpr, 2,
  Slot.Span, Holds.Span, 0,
  Slot.Arg, Holds.One, Type.Expr,

  Type.ParenExpr, 2,
  Slot.Span, Holds.Span, 0,
  Slot.Expr, Holds.One, Type.Expr,

  Type.OptChainExpr, 3,
  Slot.Span, Holds.Span, 0,
  Slot.Optional, Holds.Scalar, 0,
  Slot.Base, Holds.One, Type.OptChainBase,

  Type.OptCall, 5,
  Slot.Span, Holds.Span, 0,
  Slot.Ctxt, Holds.Ctxt, 0,
  Slot.Callee, Holds.One, Type.Expr,
  Slot.Args, Holds.List, Type.ExprOrSpread,
  Slot.TypeArgs, Holds.Types, 0,

  Type.Super, 2,
  Slot.Span, Holds.Lo, 0,
  Slot.Span, Holds.Hi, 0,

  Type.Import, 2,
  Slot.Span, Holds.Span, 0,
  Slot.Phase, Holds.Scalar, 0,

  Type.ExprOrSpread, 2,
  Slot.Dots, Holds.Dots, 0,
  Slot.Expr, Holds.One, Type.Expr,

  Type.SpreadElement, 2,
  Slot.Dots, Holds.Dots, 0,
  Slot.Expr, Holds.One, Type.Expr,

  Type.Invalid, 2,
  Slot.Span, Holds.Lo, 0,
  Slot.Span, Holds.Hi, 0,

  // Literals. The value of a string is bytes (WTF-8), as it is in `cooked`; `raw` is text or nothing.

  Type.Str, 3,
  Slot.Span, Holds.Span, 0,
  Slot.Value, Holds.Scalar, 0,
  Slot.Raw, Holds.Scalar, 0,

  Type.Bool, 2,
  Slot.Span, Holds.Span, 0,
  Slot.Value, Holds.Scalar, 0,

  Type.Null, 2,
  Slot.Span, Holds.Lo, 0,
  Slot.Span, Holds.Hi, 0,

  Type.Number, 3,
  Slot.Span, Holds.Span, 0,
  Slot.Value, Holds.Scalar, 0,
  Slot.Raw, Holds.Scalar, 0,

  Type.BigInt, 3,
  Slot.Span, Holds.Span, 0,
  Slot.Value, Holds.Scalar, 0,
  Slot.Raw, Holds.Scalar, 0,

  Type.Regex, 3,
  Slot.Span, Holds.Span, 0,
  Slot.Value, Holds.Scalar, 0,
  Slot.Flags, Holds.Scalar, 0,

  // Properties of objects.

  Type.KeyValueProp, 2,
  Slot.Key, Holds.One, Type.PropName,
  Slot.Value, Holds.One, Type.Expr,

  Type.AssignProp, 3,
  Slot.Span, Holds.Span, 0,
  Slot.Key, Holds.One, Type.Ident,
  Slot.Value, Holds.One, Type.Expr,

  // 1.15.
  Type.GetterProp, 4,
  Slot.Span, Holds.Span, 0,
  Slot.Key, Holds.One, Type.PropName,
  Slot.TypeAnn, Holds.Types, 0,
  Slot.Body, Holds.Option, Type.FunctionBody,
  // 1.16: as a method.
  Type.GetterProp, 3,
  Slot.Span, Holds.Span, 0,
  Slot.Key, Holds.One, Type.PropName,
  Slot.Function, Holds.One, Type.Function,

  // 1.15.
  Type.SetterProp, 5,
  Slot.Span, Holds.Span, 0,
  Slot.Key, Holds.One, Type.PropName,
  Slot.ThisParam, Holds.Option, Type.Pat,
  Slot.Param, Holds.One, Type.Pat,
  Slot.Body, Holds.Option, Type.FunctionBody,
  // 1.16: as a method.
  Type.SetterProp, 3,
  Slot.Span, Holds.Span, 0,
  Slot.Key, Holds.One, Type.PropName,
  Slot.Function, Holds.One, Type.Function,

  Type.MethodProp, 2,
  Slot.Key, Holds.One, Type.PropName,
  Slot.Function, Holds.One, Type.Function,

  // Patterns.

  Type.ArrayPat, 4,
  Slot.Span, Holds.Span, 0,
  Slot.Elems, Holds.Holes, Type.Pat,
  Slot.IsOptional, Holds.Scalar, 0,
  Slot.TypeAnn, Holds.Types, 0,

  Type.RestPat, 4,
  Slot.Span, Holds.Span, 0,
  Slot.Dots, Holds.Scalar, 0,
  Slot.Arg, Holds.One, Type.Pat,
  Slot.TypeAnn, Holds.Types, 0,

  Type.ObjectPat, 4,
  Slot.Span, Holds.Span, 0,
  Slot.Props, Holds.List, Type.ObjectPatProp,
  Slot.IsOptional, Holds.Scalar, 0,
  Slot.TypeAnn, Holds.Types, 0,

  Type.AssignPat, 3,
  Slot.Span, Holds.Span, 0,
  Slot.Left, Holds.One, Type.Pat,
  Slot.Right, Holds.One, Type.Expr,

  Type.KeyValuePatProp, 2,
  Slot.Key, Holds.One, Type.PropName,
  Slot.Value, Holds.One, Type.Pat,

  Type.AssignPatProp, 3,
  Slot.Span, Holds.Span, 0,
  Slot.Key, Holds.One, Type.BindingIdent,
  Slot.Value, Holds.Option, Type.Expr,

  // JSX.

  Type.JSXElement, 4,
  Slot.Span, Holds.Span, 0,
  Slot.Opening, Holds.One, Type.JSXOpeningElement,
  Slot.Children, Holds.List, Type.JSXElementChild,
  Slot.Closing, Holds.Option, Type.JSXClosingElement,

  Type.JSXOpeningElement, 5,
  Slot.Name, Holds.One, Type.JSXElementName,
  Slot.Span, Holds.Span, 0,
  Slot.Attrs, Holds.List, Type.JSXAttrOrSpread,
  Slot.SelfClosing, Holds.Scalar, 0,
  Slot.TypeArgs, Holds.Types, 0,

  Type.JSXClosingElement, 2,
  Slot.Span, Holds.Span, 0,
  Slot.Name, Holds.One, Type.JSXElementName,

  Type.JSXFragment, 4,
  Slot.Span, Holds.Span, 0,
  Slot.Opening, Holds.One, Type.JSXOpeningFragment,
  Slot.Children, Holds.List, Type.JSXElementChild,
  Slot.Closing, Holds.One, Type.JSXClosingFragment,

  Type.JSXOpeningFragment, 2,
  Slot.Span, Holds.Lo, 0,
  Slot.Span, Holds.Hi, 0,

  Type.JSXClosingFragment, 2,
  Slot.Span, Holds.Lo, 0,
  Slot.Span, Holds.Hi, 0,

  Type.JSXAttr, 3,
  Slot.Span, Holds.Span, 0,
  Slot.Name, Holds.One, Type.JSXAttrName,
  Slot.Value, Holds.Option, Type.JSXAttrValue,

  Type.JSXText, 3,
  Slot.Span, Holds.Span, 0,
  Slot.Value, Holds.Scalar, 0,
  Slot.Raw, Holds.Scalar, 0,

  Type.JSXExprContainer, 2,
  Slot.Span, Holds.Span, 0,
  Slot.Expr, Holds.One, Type.JSXExpr,

  Type.JSXSpreadChild, 2,
  Slot.Span, Holds.Span, 0,
  Slot.Expr, Holds.One, Type.Expr,

  Type.JSXEmptyExpr, 2,
  Slot.Span, Holds.Lo, 0,
  Slot.Span, Holds.Hi, 0,

  Type.JSXMemberExpr, 3,
  Slot.Span, Holds.Span, 0,
  Slot.Obj, Holds.One, Type.JSXObject,
  Slot.Prop, Holds.One, Type.IdentName,

  Type.JSXNamespacedName, 3,
  Slot.Span, Holds.Span, 0,
  Slot.Namespace, Holds.One, Type.IdentName,
  Slot.Name, Holds.One, Type.IdentName,

  // What TypeScript adds to expressions and statements.

  Type.TsAsExpr, 3,
  Slot.Span, Holds.Span, 0,
  Slot.Expr, Holds.One, Type.Expr,
  Slot.TypeAnn, Holds.Types, 0,

  Type.TsSatisfiesExpr, 3,
  Slot.Span, Holds.Span, 0,
  Slot.Expr, Holds.One, Type.Expr,
  Slot.TypeAnn, Holds.Types, 0,

  Type.TsTypeAssertion, 3,
  Slot.Span, Holds.Span, 0,
  Slot.Expr, Holds.One, Type.Expr,
  Slot.TypeAnn, Holds.Types, 0,

  Type.TsConstAssertion, 2,
  Slot.Span, Holds.Span, 0,
  Slot.Expr, Holds.One, Type.Expr,

  Type.TsNonNullExpr, 2,
  Slot.Span, Holds.Span, 0,
  Slot.Expr, Holds.One, Type.Expr,

  Type.TsInstantiation, 3,
  Slot.Span, Holds.Span, 0,
  Slot.Expr, Holds.One, Type.Expr,
  Slot.TypeArgs, Holds.Types, 0,

  Type.TsThisParam, 3,
  Slot.Span, Holds.Span, 0,
  Slot.Name, Holds.Scalar, 0, // where `this` stands
  Slot.TypeAnn, Holds.Types, 0,

  Type.TsParamProp, 6,
  Slot.Span, Holds.Span, 0,
  Slot.Decorators, Holds.List, Type.Decorator,
  Slot.Accessibility, Holds.Scalar, 0,
  Slot.IsOverride, Holds.Scalar, 0,
  Slot.Readonly, Holds.Scalar, 0,
  Slot.Param, Holds.One, Type.TsParamPropParam,

  Type.TsEnumDecl, 5,
  Slot.Span, Holds.Span, 0,
  Slot.Declare, Holds.Scalar, 0,
  Slot.IsConst, Holds.Scalar, 0,
  Slot.Ident, Holds.One, Type.Ident,
  Slot.Members, Holds.List, Type.TsEnumMember,

  Type.TsEnumMember, 3,
  Slot.Span, Holds.Span, 0,
  Slot.Key, Holds.One, Type.TsEnumMemberId,
  Slot.Init, Holds.Option, Type.Expr,

  Type.TsModuleDecl, 6,
  Slot.Span, Holds.Span, 0,
  Slot.Declare, Holds.Scalar, 0,
  Slot.Global, Holds.Scalar, 0,
  Slot.Kind, Holds.Scalar, 0,
  Slot.Ident, Holds.One, Type.TsModuleName,
  Slot.Body, Holds.Option, Type.TsNamespaceBody,

  Type.TsModuleBlock, 2,
  Slot.Span, Holds.Span, 0,
  Slot.Body, Holds.List, Type.ModuleItem,

  Type.TsNamespaceDecl, 5,
  Slot.Span, Holds.Span, 0,
  Slot.Declare, Holds.Scalar, 0,
  Slot.Global, Holds.Scalar, 0,
  Slot.Ident, Holds.One, Type.Ident,
  Slot.Body, Holds.One, Type.TsNamespaceBody,

  Type.TsImportEqualsDecl, 5,
  Slot.Span, Holds.Span, 0,
  Slot.IsExport, Holds.Scalar, 0,
  Slot.TypeOnly, Holds.Scalar, 0,
  Slot.Ident, Holds.One, Type.Ident,
  Slot.ModuleRef, Holds.One, Type.TsModuleRef,

  Type.TsExternalModuleRef, 2,
  Slot.Span, Holds.Span, 0,
  Slot.Source, Holds.One, Type.Str,

  Type.TsQualifiedName, 3,
  Slot.Span, Holds.Span, 0,
  Slot.Left, Holds.One, Type.TsEntityName,
  Slot.Right, Holds.One, Type.IdentName,

  Type.TsExportAssignment, 2,
  Slot.Span, Holds.Span, 0,
  Slot.Expr, Holds.One, Type.Expr,
];

/** The enums: of each its type, the number of its variants, and what each holds, by its tag from 1. */
// biome-ignore format: a few to a line, for the tags can be counted
export const ENUMS: StaticArray<i32> = [
  Type.Program, 2, Type.Module, Type.Script,

  Type.ModuleItem, 2, Type.ModuleDecl, Type.Stmt,

  Type.ModuleDecl, 9,
  Type.ImportDecl, Type.ExportDecl, Type.NamedExport, Type.ExportDefaultDecl, // 1
  Type.ExportDefaultExpr, Type.ExportAll, Type.TsImportEqualsDecl, Type.TsExportAssignment, // 5
  Type.OnlyTypes, // 9: TsNamespaceExportDecl

  Type.ImportSpecifier, 3,
  Type.ImportNamedSpecifier, Type.ImportDefaultSpecifier, Type.ImportStarAsSpecifier,

  Type.ExportSpecifier, 3,
  Type.ExportNamespaceSpecifier, Type.ExportDefaultSpecifier, Type.ExportNamedSpecifier,

  Type.ModuleExportName, 2, Type.Ident, Type.Str,

  Type.DefaultDecl, 3, Type.ClassExpr, Type.FnExpr, Type.OnlyTypes, // TsInterfaceDecl

  Type.Stmt, 19,
  Type.BlockStmt, Type.EmptyStmt, Type.DebuggerStmt, Type.WithStmt, // 1
  Type.ReturnStmt, Type.LabeledStmt, Type.BreakStmt, Type.ContinueStmt, // 5
  Type.IfStmt, Type.SwitchStmt, Type.ThrowStmt, Type.TryStmt, // 9
  Type.WhileStmt, Type.DoWhileStmt, Type.ForStmt, Type.ForInStmt, // 13
  Type.ForOfStmt, Type.Decl, Type.ExprStmt, // 17

  Type.Decl, 8,
  Type.ClassDecl, Type.FnDecl, Type.VarDecl, Type.UsingDecl, // 1
  Type.OnlyTypes, Type.OnlyTypes, // 5: TsInterfaceDecl, TsTypeAliasDecl
  Type.TsEnumDecl, Type.TsModuleDecl, // 7

  Type.VarDeclOrExpr, 2, Type.VarDecl, Type.Expr,

  Type.ForHead, 3, Type.VarDecl, Type.UsingDecl, Type.Pat,

  Type.ParamOrTsParamProp, 2, Type.TsParamProp, Type.Param,

  Type.TsParamPropParam, 2, Type.BindingIdent, Type.AssignPat,

  Type.ClassMember, 9,
  Type.Constructor, Type.ClassMethod, Type.PrivateMethod, Type.ClassProp, // 1
  Type.PrivateProp, Type.OnlyTypes, Type.EmptyStmt, Type.StaticBlock, // 5; 6: TsIndexSignature
  Type.AutoAccessor, // 9

  Type.Key, 2, Type.PrivateName, Type.PropName,

  Type.PropName, 5,
  Type.IdentName, Type.Str, Type.Number, Type.ComputedPropName, Type.BigInt,

  Type.Expr, 38,
  Type.ThisExpr, Type.ArrayLit, Type.ObjectLit, Type.FnExpr, // 1
  Type.UnaryExpr, Type.UpdateExpr, Type.BinExpr, Type.AssignExpr, // 5
  Type.MemberExpr, Type.SuperPropExpr, Type.CondExpr, Type.CallExpr, // 9
  Type.NewExpr, Type.SeqExpr, Type.Ident, Type.Lit, // 13
  Type.Tpl, Type.TaggedTpl, Type.ArrowExpr, Type.ClassExpr, // 17
  Type.YieldExpr, Type.MetaPropExpr, Type.AwaitExpr, Type.ParenExpr, // 21
  Type.JSXMemberExpr, Type.JSXNamespacedName, Type.JSXEmptyExpr, Type.JSXElement, // 25
  Type.JSXFragment, Type.TsTypeAssertion, Type.TsConstAssertion, Type.TsNonNullExpr, // 29
  Type.TsAsExpr, Type.TsInstantiation, Type.TsSatisfiesExpr, Type.PrivateName, // 33
  Type.OptChainExpr, Type.Invalid, // 37

  Type.Lit, 7,
  Type.Str, Type.Bool, Type.Null, Type.Number, Type.BigInt, Type.Regex, Type.JSXText,

  Type.Callee, 3, Type.Super, Type.Import, Type.Expr,

  Type.MemberProp, 3, Type.IdentName, Type.PrivateName, Type.ComputedPropName,

  Type.SuperProp, 2, Type.IdentName, Type.ComputedPropName,

  Type.OptChainBase, 2, Type.MemberExpr, Type.OptCall,

  Type.BlockStmtOrExpr, 2, Type.FunctionBody, Type.Expr,

  Type.AssignTarget, 2, Type.SimpleAssignTarget, Type.AssignTargetPat,

  Type.SimpleAssignTarget, 11,
  Type.BindingIdent, Type.MemberExpr, Type.SuperPropExpr, Type.ParenExpr, // 1
  Type.OptChainExpr, Type.TsAsExpr, Type.TsSatisfiesExpr, Type.TsNonNullExpr, // 5
  Type.TsTypeAssertion, Type.TsInstantiation, Type.Invalid, // 9

  Type.AssignTargetPat, 3, Type.ArrayPat, Type.ObjectPat, Type.Invalid,

  Type.PropOrSpread, 2, Type.SpreadElement, Type.Prop,

  Type.Prop, 6,
  Type.Ident, Type.KeyValueProp, Type.AssignProp, Type.GetterProp, // 1
  Type.SetterProp, Type.MethodProp, // 5

  Type.Pat, 7,
  Type.BindingIdent, Type.ArrayPat, Type.RestPat, Type.ObjectPat, // 1
  Type.AssignPat, Type.Invalid, Type.Expr, // 5

  Type.ObjectPatProp, 3, Type.KeyValuePatProp, Type.AssignPatProp, Type.RestPat,

  Type.JSXElementName, 3, Type.Ident, Type.JSXMemberExpr, Type.JSXNamespacedName,

  Type.JSXObject, 2, Type.JSXMemberExpr, Type.Ident,

  Type.JSXAttrOrSpread, 2, Type.JSXAttr, Type.SpreadElement,

  Type.JSXAttrName, 2, Type.IdentName, Type.JSXNamespacedName,

  Type.JSXAttrValue, 4, Type.Str, Type.JSXExprContainer, Type.JSXElement, Type.JSXFragment,

  Type.JSXElementChild, 5,
  Type.JSXText, Type.JSXExprContainer, Type.JSXSpreadChild, Type.JSXElement, Type.JSXFragment,

  Type.JSXExpr, 2, Type.JSXEmptyExpr, Type.Expr,

  Type.TsEnumMemberId, 2, Type.Ident, Type.Str,

  Type.TsModuleName, 2, Type.Ident, Type.Str,

  Type.TsNamespaceBody, 2, Type.TsModuleBlock, Type.TsNamespaceDecl,

  Type.TsModuleRef, 2, Type.TsEntityName, Type.TsExternalModuleRef,

  Type.TsEntityName, 2, Type.TsQualifiedName, Type.Ident,
];

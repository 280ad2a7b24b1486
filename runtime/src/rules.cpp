// SPDX-License-Identifier: MIT
#include <presentity/rules.hpp>

#include <algorithm>
#include <array>

namespace presentity {
namespace {

constexpr auto error = Severity::error;
constexpr auto warning = Severity::warning;

constexpr std::array all_rules{
    Rule{"bad-block-rule", error, "A block rule of a container manifest cannot hold.",
         "Its least availability is greater than its greatest, a bound is given twice, or its set "
         "of "
         "containers is custom and empty. Availabilities are inclusive bounds; list containers as "
         "container, or leave the set out to mean all."},
    Rule{"bad-container-id", error, "The container cannot be used here.",
         "The members of container 0 are fixed, containers 1, 2 and 3 are for the owner, and a "
         "container manifest can only refer to containers that it declares itself."},
    Rule{"bad-member", error, "A membership is for nobody.",
         "A member of kind user needs the address of a user, such as bob@contoso.com, and one of "
         "kind domain a domain, such as contoso.com. Only users have roles. An entry like this "
         "gives nobody access."},
    Rule{
        "bad-member-rule", error, "A member rule of a container manifest makes no sense.",
        "A rule is for a kind of member or for a role, only users have roles, and only rules for "
        "users and domains have a uri. Its default container must be one of those allowed, "
        "moveToDefaultContainer needs a default container, forceRole a role that has a rule of its "
        "own, and a custom set at least one container."},
    Rule{"bad-schema", error, "A schema given by the user cannot be used.",
         "The schema is not well-formed, breaks a rule of XML Schema, refers to a schema that was "
         "not given, or holds something that hostile documents could use to take unlimited time or "
         "memory: a document type declaration, a pattern that repeats what repeats, very large "
         "numbers of occurrences. Schemas are only read if they are named, so name those that it "
         "imports or includes as well; the built-in schemas are always there."},
    Rule{"category-mismatch", error, "The value is not of the category that its envelope states.",
         "An entry of a publish request or notification names a category, and the value below it "
         "must be an element of that category. A watcher would ignore such a value, or fail on it. "
         "Correct the name, or the namespace and name of the value's root."},
    Rule{"conflicting-change", error, "A request adds and removes the same member.",
         "Within one container a request may do one of the two. To move a member, remove it from "
         "one container and add it to the other."},
    Rule{
        "container-not-allowed", error, "A member is in a container where it must not be.",
        "The container manifest lists for each kind of member and each role the containers that it "
        "can be assigned to. Move the member, or use another manifest."},
    Rule{"container-out-of-range", error, "The id is none that a container can have.",
         "Containers have the ids 0 to 32767. Custom containers may have any but 0."},
    Rule{"doctype-forbidden", error, "The document has a document type declaration.",
         "Category values and envelopes never need one. Declarations can make a parser open files, "
         "call servers or expand a few bytes into gigabytes, so a document with one is refused "
         "before anything else is looked at. Remove the declaration."},
    Rule{"duplicate-container", error, "A container is there twice.",
         "Each container has one list of members and one version. In a request the second entry "
         "names a version that the first one changes. Put all members into one entry."},
    Rule{"duplicate-member", warning, "A member is there twice in one container.",
         "Entries that differ in case or in the sip scheme are the same member. One is enough."},
    Rule{"duplicate-publication", error, "An instance stands twice.",
         "Category, instance and container together name an instance. A publish request, and a "
         "store, has each once; which of two would count is open."},
    Rule{"duplicate-rule", error, "Two rules of a grammar contradict each other.",
         "A second rule of the same type, category, container and instance would publish the same "
         "instance twice, which servers refuse. The same is said of a part that stands twice in a "
         "rule. Remove one of them. A rule without instance id and one for a single instance may "
         "stand together: the second takes the place of the first for its instance."},
    Rule{"element-order", warning, "The reference documents this element in another place.",
         "Deployed systems write the elements in this order, so it is accepted. Readers that are "
         "generated from stricter schemas may refuse it. New code should write the documented "
         "order."},
    Rule{"incomplete-document", warning, "A log has only a part of a document.",
         "Programs cut long messages when they log them, and people do when they paste. What is "
         "left "
         "cannot be checked or used, so it is an error to commands that were to do that. Documents "
         "that stand whole inside of the part are found."},
    Rule{
        "invalid-value", error, "The text of an element or attribute is not of its type.",
        "The message says what is expected: one of some tokens, a number in a range, a date and so "
        "on. Tokens are case-sensitive."},
    Rule{"limit-exceeded", error, "The document asks for more than a limit allows.",
         "Size, depth, numbers of attributes, namespaces and names, and lengths of values are "
         "bounded "
         "so that one document cannot take a server's time or memory. The defaults are far above "
         "what deployed systems write; programs can change them in ReadLimits, the command line "
         "with --max-bytes. The same id marks the line that says how many findings were left out."},
    Rule{"malformed-xml", error, "The document is not well-formed XML.",
         "Tags do not match, a character is not allowed, a namespace prefix is not declared, the "
         "text is not in the encoding it claims, or similar. Nothing else can be said about such a "
         "document."},
    Rule{"missing-attribute", error, "An attribute that must be there is not.",
         "The schema requires the attribute. For an element whose type is abstract, such as state, "
         "xsi:type must say which of the concrete types the value has."},
    Rule{"missing-documented", warning, "The reference documents this as required.",
         "Deployed systems leave it out and are understood, so it is accepted. New code should "
         "write it."},
    Rule{"missing-element", error, "An element that must be there is not.",
         "The message names the element, and the place where it is missing."},
    Rule{
        "missing-end", warning, "A ct:delimiter is not followed by ct:end.",
        "ct:delimiter begins a block of elements that a later release added, and ct:end closes the "
        "last block. The reference asks for both; deployed systems leave ct:end out."},
    Rule{"no-document", error, "A log has no document in it.",
         "Nothing in it is an element that a schema declares as a root, whatever it is wrapped in. "
         "Programs log messages only if they are told to; and what is no log must not be read as "
         "one."},
    Rule{
        "occurrence-violated", error, "A member is in too many containers, or in too few.",
        "The container manifest says for each kind of member and each role in how many containers "
        "it may be: none, one, or at most one. Whoever is blocked must be in no other container if "
        "the manifest would remove him. Move the member instead of adding it."},
    Rule{"publication-expiry", error, "What ends a publication is not clear.",
         "expireType is static, user, endpoint or time. With time, expires says after how many "
         "seconds. With the others it may only be 0, which deletes."},
    Rule{"publication-value", error, "A publication has no value, or a deletion has one.",
         "A publication holds one element of its category, which may be empty. expires 0 deletes "
         "the instance, and there is nothing to store then."},
    Rule{"redundant-member", warning,
         "A membership gives nothing that a broader one does not give.",
         "The container manifest asks to avoid such entries: a user beside his domain, or a domain "
         "beside the network that it is in. Without the entry the same container serves the same "
         "watchers."},
    Rule{"repeated-rule", warning, "A container manifest states the same rule twice.",
         "Of two rules for the same members, or two entries for one role, the first counts. Remove "
         "the other, or make them differ in what they are for."},
    Rule{"rule-data", error, "The categoryData of a rule cannot be used.",
         "A bootstrap rule needs a value of its category, a transformation rule may have a "
         "value, a "
         "stylesheet or nothing, and a cleanup rule has nothing. Values and stylesheets are "
         "written "
         "as one element; a value must be valid for the category of the rule."},
    Rule{"rule-expiry", error, "The expiry of a rule makes no sense.",
         "expireTime stands with type=\"time\", and only there; it is a number of seconds from "
         "1 to "
         "4294967295."},
    Rule{"rule-instance", error, "The instance id of a rule cannot be used.",
         "An instanceId of type constant needs a value from 0 to 4294967295. One of type custom "
         "leaves the id to the publisher, as a rule without instanceId does."},
    Rule{"rule-result", error, "The stylesheet of a rule makes what its category does not allow.",
         "What a rule makes is checked like any value of its category before it is published. "
         "The "
         "message names the rule, the place in the result and what is wrong there. Nothing is "
         "published, not even by the other rules."},
    Rule{
        "schema-location-forbidden", error, "The document names a schema of its own.",
        "xsi:schemaLocation would let a document choose what it is held against, and make a parser "
        "open files or call servers. Documents are held against the built-in schemas and those "
        "that the user names. Remove the attribute."},
    Rule{"schema-violation", error, "The document breaks a rule of its schema.",
         "Found by the schema processor alone, in its words: identity constraints and other rules "
         "that have no rule id of their own here."},
    Rule{"stored-without-container", error, "It is not said where a stored value belongs.",
         "A store holds what a server tells the owner: each value with instance and container. "
         "What watchers are told has no containers; it cannot be previewed."},
    Rule{
        "stylesheet-broken", error, "A stylesheet cannot be compiled or run.",
        "It is not XSLT 1.0, an expression has a mistake, a name is not declared, or the result is "
        "not one element. Only what XSLT 1.0 and XPath 1.0 have is supported."},
    Rule{
        "stylesheet-limit", error, "A stylesheet asks for more than a limit allows.",
        "Grammars come from servers and files, so the size of stylesheets, expressions, values and "
        "results, the depth of templates, the numbers of instructions and of steps in expressions, "
        "and the memory of a run are bounded. Stylesheets of deployed systems stay far below. "
        "Programs can change the limits in StylesheetLimits."},
    Rule{
        "stylesheet-unsafe", error, "A stylesheet uses what is not allowed.",
        "A rule sees the value that is published and nothing else: no other documents (document(), "
        "xsl:include, xsl:import), no extension elements and functions, no scripts, no other "
        "output than an element, and no copies of variables in variables, which can grow without "
        "bounds. The message names what it found."},
    Rule{"typographic-operator", error, "An expression has a sign that is no operator of XPath.",
         "Printed examples of the reference show the signs for less or equal (U+2264) and greater "
         "or equal (U+2265), which are the work of a typesetter. In a stylesheet write &lt;= and "
         "&gt;=."},
    Rule{"undocumented-attribute", warning, "The reference does not document this attribute.",
         "The element takes any attribute, so the value is accepted and kept, but nobody will look "
         "for this one: it may be a misspelling. An attribute of your own should have a namespace "
         "of your own."},
    Rule{"undocumented-element", warning, "The reference does not document this element.",
         "Deployed systems write it, so the schemas declare it. Do not rely on other software "
         "to know it."},
    Rule{"unexpected-attribute", error, "The element does not take this attribute.",
         "Often a misspelling or the wrong case. The message names what is near, or what the "
         "element "
         "takes."},
    Rule{"unexpected-element", error, "This element is not allowed here.",
         "It is not known at all, stands too late or too often, or has the wrong namespace. The "
         "message names what is expected. Elements of your own belong into ct:extension."},
    Rule{"unexpected-text", error, "There is text where only elements may stand.",
         "Often a value that was left behind when an element was removed, or a stray character "
         "between two tags."},
    Rule{
        "unknown-category", warning, "No schema declares this category.",
        "The envelope carries a value of a category that is neither built in nor declared by a "
        "schema of the user. The value is kept but not checked. Give the category's schema to have "
        "it checked."},
    Rule{
        "unknown-extension", warning, "An element behind ct:delimiter is not known.",
        "It has the namespace of the category, so a later release may have added it. It is kept as "
        "it is. Elements of your own belong into ct:extension, with a namespace of your own."},
    Rule{"unknown-root", error, "The document element is none that is known.",
         "A document must be a category value, an envelope or a manifest; 'presentity schema list' "
         "names them. Often the namespace is missing or misspelt. Categories of your own need "
         "their schema."},
    Rule{"unknown-token", warning, "The token is not one of those documented.",
         "The type is open: other software may have its own tokens, and readers must not fail on "
         "them. It may be a misspelling all the same."},
    Rule{"unknown-type", error, "xsi:type names no type that fits.",
         "The prefix is not declared, the type does not exist, or it is not derived from the type "
         "of "
         "the element."},
    Rule{
        "unlisted-schema", error, "A schema refers to one that is not bound.",
        "The generator writes one header and one source file for each schema that it is given. "
        "What "
        "a schema includes or imports must be given as well, or be built in. Add the file that the "
        "message names."},
    Rule{"unregistered-category", error, "The category is not registered.",
         "Servers refuse to store categories that they do not know. An administrator registers "
         "names there; here they are those of the built-in schemas, of the schemas given, and "
         "those added."},
    Rule{"unregistered-endpoint", error, "The endpoint is not signed in.",
         "What is bound to an endpoint or to its user ends when these sign out. Without a sign-in "
         "it would never end. Sign the endpoint in before it publishes."},
    Rule{"unsupported-circular-schemas", error, "The types of two schemas are made of each other.",
         "Each schema becomes a header of its own, and headers cannot include each other in a "
         "circle. Put the types that need each other into one file."},
    Rule{"unsupported-content-model", error, "The content of a type is too large for tables.",
         "Generated code follows an automaton of the content, and this one would have too many "
         "states, usually because of a large maxOccurs. Make it unbounded, or use smaller parts."},
    Rule{"unsupported-derivation", warning, "A type is derived from one that cannot stand for it.",
         "Elements of built-in schemas can hold the types known there, but none of yours. Elements "
         "of a simple type hold its value, and no complex type that is derived from it. A document "
         "that names such a type by xsi:type is not read; elements declared with complex types of "
         "your own can hold it."},
    Rule{"unsupported-encoding", error, "The document is in an encoding that is not read.",
         "UTF-8, UTF-16, ISO-8859-1 and US-ASCII are read. Other encodings are refused, because "
         "two programs can see different text in the same bytes."},
    Rule{"unsupported-identity-constraint", error, "xs:key, xs:keyref and xs:unique are not bound.",
         "Generated readers look at one element after the other and compare no values across a "
         "document, so they would take what the schema refuses. Remove the constraint, or validate "
         "with the schema before reading."},
    Rule{"unsupported-redefine", error, "xs:redefine is not bound.",
         "It changes types under their own names, so that one name would stand for two C++ types. "
         "Declare the changed types under names of their own."},
    Rule{"unsupported-simple-type", error, "Values of this type are not bound.",
         "ENTITY, ENTITIES and NOTATION need declarations that a document type would make, and "
         "those are forbidden. Which names an enumeration of QNames has, and what QNames, ids and "
         "references in lists and unions mean, depends on more than the value. Use another type, "
         "such as xs:NCName or xs:anyURI."},
    Rule{"unsupported-substitution", error, "An element would stand for a built-in one.",
         "The bindings of the built-in schemas are finished and have no place for other elements. "
         "Elements of your own belong into ct:extension."},
    Rule{"unsupported-type", error, "xsi:type names a type that the C++ type has no place for.",
         "The document is valid, but it gives an element of a simple type, or of a type of a "
         "built-in schema, a type that its struct cannot hold. Declare the element with a complex "
         "type of your own if xsi:type is to name others."},
};

}  // namespace

std::span<const Rule> rules() noexcept { return all_rules; }

const Rule* find_rule(std::string_view id) noexcept {
  const auto* const found = std::ranges::lower_bound(all_rules, id, {}, &Rule::id);
  return found != all_rules.end() && found->id == id ? found : nullptr;
}

}  // namespace presentity

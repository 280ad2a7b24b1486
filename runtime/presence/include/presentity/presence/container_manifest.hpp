// SPDX-License-Identifier: MIT
#pragma once

#include <presentity/diagnostic.hpp>
#include <presentity/native/containerManifest.hpp>
#include <presentity/presence/access.hpp>
#include <presentity/presence/containers.hpp>
#include <presentity/read_limits.hpp>
#include <presentity/result.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// \file
/// The container manifest: what the containers mean to a client, as rules that can be applied.
///
/// Sources: the pages of containerManifestList and of the elements in it; for their meaning the end
/// of publishing-presence-in-privacy-mode. Where they are silent a comment says "ours".

namespace presentity::presence {

/// What a user is to the owner: `buddy`, a contact, or `delegate`.
using Role = native::container_manifest::RoleTypeEnum;
/// In how many containers a member may be: `zero`, `one`, `zero_or_one`.
using Occurrence = native::container_manifest::OccurrenceConstraintTypeEnum;
/// How a breach is mended.
using ResolutionKind = native::container_manifest::ResolutionRuleTypeEnum;
/// What is blocked: `invites`, inbound calls, or `subscriber_prompt`.
using BlockKind = native::container_manifest::BlockTypeEnum;

/// A container that the manifest declares.
struct ManifestContainer {
  ContainerId id = 0;
  bool is_visible = false;  ///< To remote presentities. Absent is false (ours: nothing is shown
                            ///< that nobody asked to show), as for the next two.
  bool avoids_redundant_members = false;
  bool is_blocked = false;  ///< Deprecated since 2010, and set in both manifests of Lync 2013.
};

/// Some of the containers of a manifest.
struct ContainerSet {
  bool is_all_visible = false;      ///< Those whose `visible` is true, beside those listed.
  std::vector<ContainerId> listed;  ///< Sorted.

  friend auto operator<=>(const ContainerSet&, const ContainerSet&) = default;
};

/// A rule that mends a breach. An unknown one mends nothing and is not kept.
struct ResolutionRule {
  ResolutionKind kind = ResolutionKind::remove_from_container;
  std::optional<Role> role;  ///< Of `force_role`.
};

/// Where members of a kind or users of a role may be.
struct MemberRule {
  std::size_t number = 0;          ///< From 1, in the order of the manifest.
  bool is_understood = true;       ///< False: an unknown kind, role or network; never applies.
  std::optional<MemberKind> kind;  ///< Nothing: users of `role`.
  std::optional<Role> role;
  std::string value;  ///< Of `uri`, normalized; empty: all of the kind.
  /// Nothing: everywhere (ours: no `allowedContainers` restricts nothing). Only what the manifest
  /// declares can be used in any case.
  std::optional<ContainerSet> allowed;
  std::optional<ContainerId> default_container;
  std::optional<Occurrence> occurrence;
  std::optional<std::vector<SourceNetwork>> networks;  ///< Nothing: any.
  std::vector<ResolutionRule> resolutions;
};

/// When calls or prompts are blocked. All that is given must hold.
struct BlockRule {
  std::size_t number = 0;     ///< From 1, in the order of the manifest.
  bool is_understood = true;  ///< False: an unknown kind; never applies.
  BlockKind kind = BlockKind::invites;
  std::optional<ContainerSet> containers;              ///< Nothing: all.
  std::optional<std::vector<SourceNetwork>> networks;  ///< Nothing: any.
  std::optional<std::uint32_t> least_availability;     ///< Of the owner, inclusive.
  std::optional<std::uint32_t> most_availability;      ///< Inclusive.
};

/// A manifest, ready to be applied.
struct Manifest {
  std::vector<ManifestContainer> containers;  ///< In the order of their ids, each once.
  std::vector<MemberRule> member_rules;
  std::vector<BlockRule> block_rules;
  std::vector<Role> role_precedence;  ///< The strongest first.

  [[nodiscard]] const ManifestContainer* find(ContainerId id) const;
  /// Whether the set, where it is given, has the container.
  [[nodiscard]] bool has(const std::optional<ContainerSet>& set, ContainerId id) const;
  /// Whether the manifest declares the container and watchers can be its members: container 0 is
  /// declared, and its members are fixed.
  [[nodiscard]] bool governs(ContainerId id) const;
};

/// Makes rules of a manifest.
[[nodiscard]] Manifest to_manifest(
    const native::container_manifest::ContainerManifestListType& list);

/// Says what is wrong with a manifest although it is valid. Rules: `bad-container-id`,
/// `container-out-of-range`, `bad-member-rule`, `bad-block-rule`, `duplicate-container`,
/// `repeated-rule`. Paths begin with
/// `/containerManifestList`; the positions are unset. Unknown tokens are the validator's business.
[[nodiscard]] std::vector<Diagnostic> check_manifest(
    const native::container_manifest::ContainerManifestListType& list);

/// Which of the two publication modes.
enum class PublicationMode : std::uint8_t { open, privacy };

/// A manifest as it was read.
struct ManifestDocument {
  Manifest manifest;
  std::vector<Diagnostic> warnings;  ///< Of the validator, about the whole document.
  std::vector<Diagnostic> findings;  ///< Of `check_manifest`, with positions in the document.
};

/// Reads a `containerManifestList`, or the one in the group `publicationGrammar` or, for privacy
/// mode, `privacyPublicationGrammar` of a `provisionGroupList`. A `containerManifestList` is taken
/// as it is, whatever `mode`.
///
/// Errors: those of the validator; `unknown-root` for other documents; `missing-element` if the
/// group is not there or has no manifest.
[[nodiscard]] Result<ManifestDocument, std::vector<Diagnostic>> read_manifest(
    std::string_view bytes, PublicationMode mode = PublicationMode::open,
    const ReadLimits& limits = {});

/// The manifest of Lync 2013: `grammars/lync2013-containers.xml` or
/// `grammars/lync2013-privacy-containers.xml`. Made at the first call.
[[nodiscard]] const Manifest& lync2013_containers(PublicationMode mode);

/// Whether something is blocked, and why.
struct BlockDecision {
  bool is_blocked = false;
  std::optional<std::size_t>
      rule;            ///< Number of the block rule that decided; the first that holds.
  std::string reason;  ///< One sentence.
};

/// Decides whether a call or prompt of a watcher is blocked.
///
/// `container` is the one that serves him; `availability` that of the owner, if it is known:
/// without it, no rule with a range holds (ours: what is not known blocks nobody).
[[nodiscard]] BlockDecision is_blocked(const Manifest& manifest, BlockKind kind,
                                       ContainerId container, SourceNetwork network,
                                       std::optional<std::uint32_t> availability);

}  // namespace presentity::presence

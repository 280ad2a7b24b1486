// SPDX-License-Identifier: MIT
#pragma once

#include <presentity/native.hpp>
#include <presentity/native/categories.hpp>
#include <presentity/native/containers.hpp>
#include <presentity/presence/category_names.hpp>
#include <presentity/presence/containers.hpp>
#include <presentity/presence/publish.hpp>
#include <presentity/presence/time.hpp>
#include <presentity/raw.hpp>
#include <presentity/result.hpp>

#include <cstdint>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

/// \file
/// What a server keeps of one presentity: instances, containers and their members, endpoints.
///
/// A value: it copies, compares, and reads no clock. Whoever calls says what time it is.
///
/// Sources: protocol-facts sections 3.1 to 3.5; creating-enhanced-presence-category-instances;
/// deleting-an-existing-publication; expiretype-element. Decisions: docs/adr/0014.

namespace presentity::presence {

/// What a publish request changed.
struct Applied {
  /// One for each publication, in order: operational attributes without value. Of a deletion, name
  /// and container only.
  std::vector<CategoryInstance> results;

  /// What to tell the owner's endpoints: all instances of each category that the request names, and
  /// an entry with nothing but a name for a category that has none left.
  native::categories::CategoriesType notification;

  std::vector<CategoryInstance> expired;  ///< What had ended by itself before.
};

/// Why a publish request was refused. Nothing has changed then.
struct Refusal {
  std::vector<Diagnostic> errors;                 ///< As of `check`, or as `Store::apply` says.
  std::optional<native::fault::FaultType> fault;  ///< Of a version conflict; else no value.
};

class Store {
 public:
  /// A store without anything but, if `uri` is not empty, the owner's SIP URI.
  explicit Store(std::string uri = {});

  /// Reads a document as `read_store_document` does. All of it is kept, known or not, in its order.
  ///
  /// Registered endpoints are no part of the protocol's document. Each stands in an element
  /// `endpoint`, with its `id`, of the namespace `urn:presentity:store`.
  ///
  /// Errors: those of `read_store_document`; `unknown-root` for a request.
  [[nodiscard]] static ReadResult<Store> load(std::string_view xml, const ReadLimits& limits = {});

  /// Writes `roamingData`: `load(save(store)) == store`. Equivalent to the `roamingData` that was
  /// loaded, if nothing has been changed.
  [[nodiscard]] WriteResult save() const;

  /// The owner's SIP URI; empty if not stated.
  [[nodiscard]] const std::string& uri() const noexcept;

  /// The entries in their order. One without instance and value says that there is no instance of
  /// its category, in all containers or in the one it names.
  [[nodiscard]] std::span<const CategoryInstance> entries() const noexcept;

  /// Whether there is a part `categories`, be it empty. Without it nothing is known of instances.
  [[nodiscard]] bool lists_instances() const noexcept;

  /// Likewise `containers`, and what is known of members.
  [[nodiscard]] bool lists_members() const noexcept;

  /// Returns the instance, or null.
  [[nodiscard]] const CategoryInstance* find(const InstanceKey& key) const noexcept;

  /// The containers as `containers_of` reads them.
  [[nodiscard]] const std::vector<Container>& containers() const noexcept { return containers_; }

  /// The part that `containers` are read from, as it is written.
  [[nodiscard]] const native::containers::ContainersType& memberships() const noexcept {
    return containers_section_;
  }

  /// Replaces the containers, of which each must stand once. What else stands in a container or
  /// with a member that stays is kept.
  void set_containers(const std::vector<Container>& containers);

  /// The ids of the registered endpoints.
  [[nodiscard]] std::vector<std::string> endpoints() const;

  /// Registers an endpoint by its id. Again is once.
  void sign_in(std::string endpoint_id);

  /// Removes an endpoint and the instances that it bounds, and with the last endpoint those that
  /// the user bounds. Returns these instances.
  ///
  /// Endpoint-bound instances that do not say which endpoint published them end with the last.
  std::vector<CategoryInstance> sign_out(std::string_view endpoint_id);

  /// Applies all of a request at `now`, or nothing.
  ///
  /// `endpoint_id` publishes and must be signed in; empty is the server itself, which publishes
  /// nothing endpoint-bound. Versions: a publication names the current one, 0 or none for an
  /// instance that is not there; the version then grows by one. Deleting what is not there, with
  /// version 0, does nothing. Values are taken as they are: `read_request` has checked them.
  ///
  /// Refused: what `check` finds; a request for another user (`invalid-value`); one of an endpoint
  /// that is not signed in, or bound to a sign-in that is not there (`unregistered-endpoint`);
  /// versions that are not current, all of which the fault names.
  [[nodiscard]] Result<Applied, Refusal> apply(const PublishRequest& request,
                                               std::string_view endpoint_id, TimePoint now,
                                               const CategoryNames& names);

  /// Removes the instances whose time has ended at `now`, and returns them.
  std::vector<CategoryInstance> advance(TimePoint now);

  /// When the next instance ends by itself; nothing if none will.
  [[nodiscard]] std::optional<TimePoint> next_expiry() const noexcept;

  /// Returns what the owner's endpoints are told about these categories; all of them if `names` is
  /// empty. See `Applied::notification`.
  [[nodiscard]] native::categories::CategoriesType notification(
      std::span<const std::string> names = {}) const;

  friend bool operator==(const Store&, const Store&) = default;

 private:
  friend class StoreReader;

  enum class SectionKind : std::uint8_t { categories, containers, endpoint, other };
  /// An element of the document.
  struct Section {
    SectionKind kind = SectionKind::other;
    RawElement raw;           ///< Of `endpoint` and `other`.
    std::string endpoint_id;  ///< Of `endpoint`.

    friend bool operator==(const Section&, const Section&) = default;
  };

  void need_section(SectionKind kind);
  [[nodiscard]] bool has_section(SectionKind kind) const noexcept;
  [[nodiscard]] bool is_signed_in(std::string_view endpoint_id) const noexcept;
  CategoryInstance publish(const Publication& publication, std::size_t place,
                           std::string_view endpoint_id, TimePoint now);
  std::vector<CategoryInstance> remove_if(auto condition);
  std::vector<Diagnostic> check_origin(const PublishRequest& request,
                                       std::string_view endpoint_id) const;

  std::vector<Section> sections_;  ///< In order; `categories` and `containers` at most once.
  std::vector<presentity::RawAttribute> other_attributes_;
  native::categories::CategoriesType categories_;
  native::containers::ContainersType containers_section_;
  std::vector<Container> containers_;  ///< Made from `containers_section_`.
};

/// What a document says of what one presentity has published, or is about to.
using StoreDocument = std::variant<Store, PublishRequest>;

/// Reads `roamingData`, `categories` or `containers`, which become a store, or a `publish` request.
///
/// Errors: those of the schemas; `unknown-root` for other documents. Of a store also, with places:
/// `stored-without-container` for a value of which instance or container is not stated, and for
/// `categories` that no entry of names a container, as watchers are told; `container-out-of-range`;
/// `duplicate-publication` and `duplicate-container`; `unexpected-element` for a second
/// `categories` or `containers`; `missing-attribute` for an endpoint without id.
[[nodiscard]] ReadResult<StoreDocument> read_store_document(std::string_view xml,
                                                            const ReadLimits& limits = {});

/// When a time-bound instance ends; nothing for others, and if the instance does not say when it
/// was published or for how long.
[[nodiscard]] std::optional<TimePoint> expiry_of(const CategoryInstance& instance) noexcept;

/// A store for several threads.
class SharedStore {
 public:
  explicit SharedStore(Store store = Store()) : store_(std::move(store)) {}

  /// Calls `change` with the store, alone, and returns what it returns. A change that throws may be
  /// half done.
  template <class Change>
  auto update(Change change) {
    const std::scoped_lock lock(mutex_);
    return change(store_);
  }

  /// Returns a copy as of now.
  [[nodiscard]] Store snapshot() const {
    const std::scoped_lock lock(mutex_);
    return store_;
  }

 private:
  mutable std::mutex mutex_;
  Store store_;
};

}  // namespace presentity::presence

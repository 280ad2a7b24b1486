// SPDX-License-Identifier: MIT
#include "category_value.hpp"
#include "container_range.hpp"
#include "names.hpp"
#include "report_builder.hpp"

#include <presentity/presence/address.hpp>
#include <presentity/presence/publish.hpp>

#include <algorithm>
#include <set>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace presentity::presence {
namespace {

using detail::quoted;

/// Path of publication `index`, from 0, of `count`.
std::string publication_path(std::size_t index, std::size_t count) {
  std::string path = "/publish/publications/publication";
  if (count > 1) path.append("[").append(std::to_string(index + 1)).append("]");
  return path;
}

/// Collects what is wrong with one publication after the other.
class Checker {
 public:
  Checker(const PublishRequest& request, const CategoryNames& names)
      : publications_(request.publications.publication), names_(names) {
    const auto& uri = request.publications.uri;
    if (!parse_address(uri)) {
      diagnostics_.push_back({Severity::error,
                              "invalid-value",
                              {},
                              "/publish/publications/@uri",
                              {},
                              "value " + quoted(uri) + " of attribute 'uri' is no SIP URI",
                              "the presentity, such as sip:mary@contoso.com"});
    }
  }

  std::vector<Diagnostic> run() {
    for (index_ = 0; index_ < publications_.size(); ++index_) {
      const auto& publication = publications_[index_];
      check_key(publication);
      check_expiry(publication);
      check_value(publication);
    }
    return std::move(diagnostics_);
  }

 private:
  [[nodiscard]] std::string path_of(std::string_view attribute) const {
    auto path = publication_path(index_, publications_.size());
    if (!attribute.empty()) path.append("/@").append(attribute);
    return path;
  }

  void add(std::string_view rule, std::string_view attribute, std::string message,
           std::string help) {
    diagnostics_.push_back({Severity::error,
                            rule,
                            {},
                            path_of(attribute),
                            publications_[index_].category_name,
                            std::move(message),
                            std::move(help)});
  }

  void check_key(const Publication& publication) {
    const auto& name = publication.category_name;
    if (!names_.contains(name)) {
      diagnostics_.push_back(unregistered(name, names_, path_of("categoryName")));
    }
    if (publication.container > max_container) {
      diagnostics_.push_back(container_out_of_range(publication.container, path_of("container")));
      diagnostics_.back().category = name;
    }
    if (!keys_.emplace(name, publication.instance, publication.container).second) {
      add("duplicate-publication", {}, to_string(key_of(publication)) + " is published twice",
          "a request names each category, instance and container once");
    }
  }

  void check_expiry(const Publication& publication) {
    const auto& type = publication.expire_type;
    if (type && !type->is_known()) {
      add("publication-expiry", "expireType",
          "expireType " + quoted(type->text()) + " ends by nothing that is known",
          "one of static, user, endpoint and time");
    } else if (type == ExpireType::time && !publication.expires) {
      add("publication-expiry", {}, "expireType 'time' says no time",
          "expires has the seconds; 0 deletes");
    } else if (type != ExpireType::time && publication.expires.value_or(0) != 0) {
      add("publication-expiry", "expires",
          "expires stands beside expireType " +
              quoted(type ? type->text() : std::string_view("endpoint")),
          "only instances with expireType time end after some seconds; 0 deletes any");
    }
  }

  void check_value(const Publication& publication) {
    if (is_deletion(publication) && publication.any) {
      add("publication-value", {}, "a deletion has a value", "expires 0 deletes; leave one out");
    } else if (!is_deletion(publication) && !publication.any) {
      add("publication-value", {}, "there is no value",
          "give one element of the category, which may be empty, or expires 0 to delete");
    }
  }

  const std::vector<Publication>& publications_;
  const CategoryNames& names_;
  std::set<std::tuple<std::string_view, std::uint32_t, std::uint32_t>> keys_;
  std::vector<Diagnostic> diagnostics_;
  std::size_t index_ = 0;
};

/// Gives diagnostics of `check` the positions of the entries that they are about.
void add_positions(std::vector<Diagnostic>& diagnostics, const Report& report) {
  std::unordered_map<std::string_view, Position> positions;
  for (const auto& entry : report.instances) positions.emplace(entry.path, entry.position);
  for (auto& diagnostic : diagnostics) {
    const auto entry = diagnostic.path.substr(0, diagnostic.path.find("/@"));
    const auto found = positions.find(entry);
    if (found != positions.end()) diagnostic.position = found->second;
  }
}

}  // namespace

std::vector<Diagnostic> check(const PublishRequest& request, const CategoryNames& names) {
  return Checker(request, names).run();
}

ReadResult<PublishRequest> read_request(std::string_view document, const CategoryNames& names,
                                        const Validator& validator) {
  auto request = native::rich_presence::read_publish(document, validator.limits());
  if (!request) return request;
  auto report = validator.validate(document);
  auto errors = check(*request, names);
  if (!errors.empty()) add_positions(errors, report);
  auto others = detail::errors_of(std::move(report));
  errors.insert(errors.begin(), others.begin(), others.end());
  if (!errors.empty()) return Unexpected{std::move(errors)};
  return request;
}

WriteResult write_request(const PublishRequest& request, const CategoryNames& names,
                          const Validator& validator) {
  auto errors = check(request, names);
  if (!errors.empty()) return Unexpected{std::move(errors)};
  auto document = native::rich_presence::write_publish(request);
  if (!document) return document;
  errors = detail::errors_of(validator.validate(*document));
  if (!errors.empty()) return Unexpected{std::move(errors)};
  return document;
}

Result<RawElement, std::vector<Diagnostic>> read_value(std::string_view document,
                                                       std::string_view category,
                                                       const Validator& validator) {
  auto checked = presence::check_value(document, category, validator);
  if (!checked) return Unexpected{std::move(checked.error())};
  return RawElement{std::move(checked->xml)};
}

}  // namespace presentity::presence

// SPDX-License-Identifier: MIT
#pragma once

#include "sample_files.hpp"

#include <presentity/presence/publish.hpp>
#include <presentity/presence/store.hpp>
#include <presentity/presence/time.hpp>

#include <filesystem>
#include <string>
#include <string_view>

namespace presentity::presence::test {

inline std::string sample(const std::string& name) {
  return samples::content_of(std::filesystem::path(PRESENTITY_SAMPLES) / name);
}

inline RawElement note(std::string_view text) {
  return {R"(<note xmlns="http://schemas.microsoft.com/2006/09/sip/note"><body type="personal">)" +
          std::string(text) + "</body></note>"};
}

/// An instant of 2013, and seconds behind it.
inline TimePoint at(std::int64_t seconds) {
  return TimePoint(std::chrono::seconds(1'370'000'000 + seconds));
}

inline constexpr std::string_view mary_uri = "sip:mary@contoso.com";

inline PublishRequest request_of(std::vector<Publication> publications) {
  return make_request(std::string(mary_uri), std::move(publications));
}

/// A store of Mary, signed in with endpoint `pc`.
inline Store signed_in() {
  Store store{std::string(mary_uri)};
  store.sign_in("pc");
  return store;
}

inline const CategoryNames names;

}  // namespace presentity::presence::test

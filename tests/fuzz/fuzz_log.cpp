// SPDX-License-Identifier: MIT
// Logs: whatever is found in any text is a well-formed document of a known root, and with people
// taken out of it, it is no worse.
#include "finding.hpp"

#include <presentity/presence/log.hpp>
#include <presentity/presence/redact.hpp>
#include <presentity/validator.hpp>

#include <cstdint>
#include <string_view>

using namespace presentity;
using namespace presentity::presence;
using presentity::fuzz::require;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Validator validator;
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  const auto contents = find_in_log(input);
  Redactor redactor;
  for (const auto& document : contents.documents) {
    const auto verdict = validator.verdict(document.xml);
    require(verdict != Verdict::malformed, "what is found is not well-formed", document.xml);
    require(!document.message || *document.message < contents.messages.size(),
            "there is no such message", document.xml);
    const auto last = position_in_log(contents, document, document.xml.size() - 1);
    require(last.offset >= document.position.offset && last.offset < contents.text.size(),
            "a document ends outside the log", document.xml);
    const auto redacted = redactor.redact(document.xml);
    if (!redacted) continue;
    const bool is_worse =
        verdict == Verdict::valid && validator.verdict(*redacted) != Verdict::valid;
    require(!is_worse, "redaction makes a valid document invalid", document.xml);
  }
  for (const auto& message : contents.messages) (void)redactor.redact(message);
  return 0;
}

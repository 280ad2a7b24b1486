// SPDX-License-Identifier: MIT
#include "cli/command_instance_id.hpp"

#include "cli/json.hpp"
#include "cli/options.hpp"
#include "cli/presence_options.hpp"
#include "cli/print_text.hpp"
#include "cli/results.hpp"
#include "cli/session.hpp"
#include "cli/suggest.hpp"
#include "cli/terminal_text.hpp"

#include <presentity/presence/instance_id.hpp>

#include <CLI/CLI.hpp>

#include <algorithm>
#include <charconv>
#include <memory>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

namespace presentity::cli {
namespace {

using presence::HashBytes;
using presence::InstanceFormula;
using presence::to_hex;

struct InstanceIdOptions {
  OutputOptions output;
  std::string kind;  // Empty: list the kinds, or decode.
  std::vector<std::string> keys;
  std::string decode;
  std::string category;
  std::string byte_order{presence::to_string(HashBytes::last_big_endian)};
  std::string format = "text";
};

// What is computed beside instance ids.
struct Conversion {
  std::string_view name;
  std::vector<std::string_view> keys;
  std::optional<std::string> (*convert)(const std::vector<std::string>& keys);
  std::string_view problem;
};

const std::vector<Conversion>& conversions() {
  static const std::vector<Conversion> all = {
      {"endpoint-id",
       {"GRUU"},
       [](const std::vector<std::string>& keys) { return presence::endpoint_id_of_gruu(keys[0]); },
       "this is no GRUU of an endpoint: it has no 'opaque=user:epid:' with 24 characters of "
       "base64url that end in two zero bytes"},
      {"epid",
       {"EPID"},
       [](const std::vector<std::string>& keys) -> std::optional<std::string> {
         return presence::endpoint_id_of_epid(keys[0]);
       },
       ""},
      {"gruu",
       {"SIP URI", "ENDPOINT ID"},
       [](const std::vector<std::string>& keys) {
         return presence::gruu_of_endpoint(keys[0], keys[1]);
       },
       "the endpoint id is no GUID"},
  };
  return all;
}

std::string list_of(const std::vector<std::string_view>& keys) {
  std::string text;
  for (const auto key : keys) text += (text.empty() ? "<" : " <") + std::string(key) + '>';
  return text;
}

ExitStatus usage_error(Console& console, const std::string& message) {
  print_error(console.err, message);
  console.err << "See 'presentity instance-id --help'.\n";
  return ExitStatus::usage;
}

ExitStatus list_kinds(const InstanceIdOptions& options, Console& console) {
  return write_results(options.output, console, [&](std::ostream& out) {
    std::vector<std::vector<std::string>> rows = {{"KIND", "CATEGORY", "ID", "KEYS"}};
    auto list = Json::array();
    for (const auto& kind : presence::instance_formulas()) {
      std::string formula = to_hex(kind.prefix);
      if (kind.hash_bits != 0) formula += " | MD5, " + std::to_string(kind.hash_bits) + " bits";
      list.push_back({{"kind", kind.name},
                      {"category", kind.category},
                      {"prefix", kind.prefix},
                      {"hashBits", kind.hash_bits},
                      {"keys", kind.keys}});
      rows.push_back(
          {std::string(kind.name), std::string(kind.category), formula, list_of(kind.keys)});
    }
    for (const auto& conversion : conversions()) {
      list.push_back({{"kind", conversion.name}, {"keys", conversion.keys}});
      rows.push_back({std::string(conversion.name), "", "", list_of(conversion.keys)});
    }
    if (options.format == "json") {
      print_json(out, list);
    } else {
      print_table(out, rows);
    }
    return ExitStatus::ok;
  });
}

// An id in decimal or, after 0x, hexadecimal digits.
std::optional<std::uint32_t> parse_id(std::string_view text) {
  const bool is_hex = text.starts_with("0x") || text.starts_with("0X");
  if (is_hex) text.remove_prefix(2);
  std::uint32_t id = 0;
  const auto [stop, error] =
      std::from_chars(text.data(), text.data() + text.size(), id, is_hex ? 16 : 10);
  const bool is_whole = error == std::errc() && stop == text.data() + text.size();
  return is_whole ? std::optional(id) : std::nullopt;
}

ExitStatus decode(const InstanceIdOptions& options, Console& console) {
  const auto id = parse_id(options.decode);
  if (!id) {
    return usage_error(console, "'" + options.decode +
                                    "' is no instance id: a number from 0 to 4294967295, or 0x0 "
                                    "to 0xFFFFFFFF");
  }
  if (const auto problem = unknown_category(options.category); !problem.empty()) {
    return usage_error(console, problem);
  }
  const auto meanings = presence::decode_instance_id(*id, options.category);
  return write_results(options.output, console, [&](std::ostream& out) {
    if (options.format == "json") {
      auto list = Json::array();
      for (const auto& meaning : meanings) {
        list.push_back({{"category", meaning.category},
                        {"type", meaning.type},
                        {"kind", meaning.kind},
                        {"content", meaning.content},
                        {"certainty", presence::to_string(meaning.certainty)}});
      }
      print_json(out, {{"instance", *id}, {"hex", to_hex(*id)}, {"meanings", list}});
      return ExitStatus::ok;
    }
    out << *id << ' ' << to_hex(*id) << '\n';
    std::vector<std::vector<std::string>> rows;
    for (const auto& meaning : meanings) {
      const auto type = meaning.type.empty() ? meaning.category : meaning.type;
      rows.push_back({std::string(presence::to_string(meaning.certainty)), std::string(type),
                      std::string(meaning.kind), std::string(meaning.content)});
    }
    if (rows.empty()) out << "nothing that is documented\n";
    print_table(out, rows);
    return ExitStatus::ok;
  });
}

ExitStatus compute(const InstanceIdOptions& options, const InstanceFormula& kind,
                   Console& console) {
  const auto orders = presence::all_hash_bytes();
  const auto order = std::ranges::find(orders, options.byte_order,
                                       [](HashBytes bytes) { return to_string(bytes); });
  const auto id = presence::instance_id(kind, options.keys, *order);
  return write_results(options.output, console, [&](std::ostream& out) {
    if (options.format == "json") {
      Json object = {{"kind", kind.name}, {"category", kind.category}};
      if (kind.hash_bits != 0) {
        object["keys"] = options.keys;
        object["byteOrder"] = options.byte_order;
      }
      object["instance"] = id;
      object["hex"] = to_hex(id);
      print_json(out, object);
    } else {
      out << id << ' ' << to_hex(id) << '\n';
    }
    return ExitStatus::ok;
  });
}

ExitStatus convert(const InstanceIdOptions& options, const Conversion& conversion,
                   Console& console) {
  const auto result = conversion.convert(options.keys);
  if (!result) {
    print_error(console.err, "'" + options.keys.back() + "': " + std::string(conversion.problem));
    return ExitStatus::findings;
  }
  return write_results(options.output, console, [&](std::ostream& out) {
    if (options.format == "json") {
      print_json(out, {{"kind", conversion.name}, {"keys", options.keys}, {"value", *result}});
    } else {
      out << terminal_text(*result) << '\n';
    }
    return ExitStatus::ok;
  });
}

ExitStatus run(const InstanceIdOptions& options, Console& console) {
  if (!options.decode.empty()) {
    if (options.kind.empty()) return decode(options, console);
    return usage_error(console, "--decode takes no kind and no keys");
  }
  if (options.kind.empty()) return list_kinds(options, console);

  const auto* const kind = presence::find_instance_formula(options.kind);
  const auto conversion = std::ranges::find(conversions(), options.kind, &Conversion::name);
  if (kind == nullptr && conversion == conversions().end()) {
    std::vector<std::string_view> names;
    for (const auto& known : presence::instance_formulas()) names.push_back(known.name);
    for (const auto& known : conversions()) names.push_back(known.name);
    return usage_error(console,
                       "unknown kind '" + options.kind + "'" + did_you_mean(options.kind, names));
  }
  const auto& keys = kind != nullptr ? kind->keys : conversion->keys;
  if (keys.size() != options.keys.size()) {
    return usage_error(console, "'" + options.kind + "' takes " +
                                    (keys.empty() ? "no keys" : list_of(keys)) + "; " +
                                    std::to_string(options.keys.size()) + " were given");
  }
  return kind != nullptr ? compute(options, *kind, console)
                         : convert(options, *conversion, console);
}

}  // namespace

void add_instance_id_command(CLI::App& app, Session& session) {
  auto* command =
      app.add_subcommand("instance-id", "Compute instance ids, or say what a number can be");
  const auto options = std::make_shared<InstanceIdOptions>();
  auto* kind = command->add_option("kind", options->kind, "Data source; without it all are listed");
  kind->type_name("KIND");
  take_literally(*kind);
  auto* keys = command->add_option("keys", options->keys, "What the kind is computed from");
  keys->type_name("KEY");
  take_literally(*keys);
  command->add_option("--decode", options->decode, "Say what this instance id can be")
      ->type_name("N");
  command->add_option("--category", options->category, "With --decode: in this category only")
      ->type_name("NAME");
  std::vector<std::string> orders;
  for (const auto bytes : presence::all_hash_bytes()) orders.emplace_back(to_string(bytes));
  add_variant_option(*command, "--byte-order", orders, options->byte_order,
                     "Which bytes of the digest count; no source says");
  add_format_option(*command, {"text", "json"}, options->format);
  add_file_option(*command, options->output);
  command->footer(
      "How sure a meaning is: exact, the number is documented; form, its first digits are;\n"
      "observed, deployed clients write it; any, every number fits.\n"
      "Keys are hashed as they are given: letter case and a scheme such as sip: count.\n"
      "Examples:\n"
      "  presentity instance-id\n"
      "  presentity instance-id machine-state "
      "'sip:bob@contoso.com;opaque=user:epid:IiqNRceeVV2wEfjjHP5FngAA;gruu'\n"
      "  presentity instance-id --decode 945175315 --category state\n"
      "  presentity instance-id gruu sip:bob@contoso.com 458d2a22-9ec7-5d55-b011-f8e31cfe459e");
  command->callback([options, &session] { session.status = run(*options, session.console); });
}

}  // namespace presentity::cli

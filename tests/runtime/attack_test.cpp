// SPDX-License-Identifier: MIT
#include "testing.hpp"

#include <fcntl.h>
#include <sys/inotify.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <fstream>

// What hostile documents do to parsers. An attack that works shows as a hang: see the time-out in
// CMakeLists.txt. Inputs are large enough for work that grows with their square to be noticed.

using namespace presentity;
using namespace presentity::testing;
using namespace std::string_literals;

namespace {

struct Answer {
  Verdict verdict = Verdict::valid;
  std::string rule;

  friend bool operator==(const Answer&, const Answer&) = default;
  friend std::ostream& operator<<(std::ostream& out, const Answer& answer) {
    return out << to_string(answer.verdict) << " " << answer.rule;
  }
};

/// The verdict, and the rule of the first error.
Answer answer(const std::string& document) {
  const auto report = built_in().validate(document);
  for (const auto& d : report.diagnostics) {
    if (d.severity == Severity::error) return {report.verdict, std::string(d.rule)};
  }
  return {report.verdict, ""};
}

const Answer doctype{Verdict::malformed, "doctype-forbidden"};
const Answer limit{Verdict::malformed, "limit-exceeded"};
const Answer not_well_formed{Verdict::malformed, "malformed-xml"};
const Answer encoding{Verdict::malformed, "unsupported-encoding"};

/// A file in a folder of its own, watched: says whether anybody opened it.
class Bait {
 public:
  Bait() {
    auto name = (std::filesystem::temp_directory_path() / "presentity-XXXXXX").string();
    REQUIRE(mkdtemp(name.data()) != nullptr);
    folder_ = name;
    std::ofstream(path()) << "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'/>";
    watch_ = inotify_init1(IN_NONBLOCK);
    REQUIRE(inotify_add_watch(watch_, folder_.c_str(), IN_OPEN | IN_ACCESS) >= 0);
  }
  Bait(const Bait&) = delete;
  Bait& operator=(const Bait&) = delete;
  ~Bait() {
    close(watch_);
    std::filesystem::remove_all(folder_);
  }

  [[nodiscard]] std::filesystem::path path() const { return folder_ / "bait.xsd"; }
  [[nodiscard]] std::string url() const { return "file://" + path().string(); }
  [[nodiscard]] bool was_opened() const {
    std::array<char, 4096> buffer{};
    return read(watch_, buffer.data(), buffer.size()) > 0;
  }

 private:
  std::filesystem::path folder_;
  int watch_ = -1;
};

}  // namespace

TEST_SUITE("attacks by documents") {
  TEST_CASE("every form of a document type declaration is refused") {
    for (const auto& document : {
             "<!DOCTYPE state>"s + state(""), "<!DOCTYPE state []>" + state(""),
             "<!DOCTYPE state [<!ENTITY a 'b'>]>" + state("&a;"),
             "<!DOCTYPE state SYSTEM 'file:///etc/passwd'>" + state(""),
             "<!DOCTYPE state PUBLIC 'a' 'http://127.0.0.1/a.dtd'>" + state(""),
             "<?xml version='1.0'?><!-- x --><?p?>\n<!DOCTYPE state>" + state(""),
             "\xEF\xBB\xBF<!DOCTYPE state>" + state(""), "<!DOCTYPE"s,
             utf16("<!DOCTYPE state>" + state(""), true),
             utf16("<!DOCTYPE state>" + state(""), false),
             state("<!DOCTYPE state>"),       // inside
             state("") + "<!DOCTYPE state>",  // behind
         }) {
      CAPTURE(document);
      CHECK(answer(document) == doctype);
    }
    CHECK(answer("<!doctype state>" + state("")) == not_well_formed);
    CHECK(answer("<!DOC\xF5\x80\x80\x80TYPE state>" + state("")) == not_well_formed);
    CHECK(answer("<!DO<!-- -->CTYPE state>" + state("")) == not_well_formed);
  }

  TEST_CASE("entities are neither fetched nor expanded") {
    const Bait bait;
    std::string laughs = "<!DOCTYPE state [<!ENTITY l0 'ha'>";
    for (int i = 1; i < 40; ++i) {
      laughs += "<!ENTITY l" + std::to_string(i) + " '" +
                repeated("&l" + std::to_string(i - 1) + ";", 10) + "'>";
    }
    for (const auto& document : {
             "<!DOCTYPE s [<!ENTITY x SYSTEM '" + bait.url() + "'>]>" + state("&x;"),
             "<!DOCTYPE s [<!ENTITY % x SYSTEM '" + bait.url() + "'>%x;]>" + state(""),
             "<!DOCTYPE s SYSTEM '" + bait.path().string() + "'>" + state(""),
             "<!DOCTYPE s [<!ATTLIST state manual CDATA '&l39;'>]>" + state(""),
             laughs + "]>" + state("&l39;"),
         }) {
      CHECK(answer(document) == doctype);
    }
    CHECK(answer(state("<availability>&x;</availability>")) == not_well_formed);
    CHECK_FALSE(bait.was_opened());
  }

  TEST_CASE("a document cannot bring its own schema") {
    const Bait bait;
    const Answer forbidden{Verdict::invalid, "schema-location-forbidden"};
    const auto user = "xsi:type='userState' "s;
    for (const auto& location : {bait.url(), bait.path().string(), "http://127.0.0.1:9/a.xsd"s}) {
      CAPTURE(location);
      CHECK(answer(state("", user + "xsi:noNamespaceSchemaLocation='" + location + "'")) ==
            forbidden);
      CHECK(answer(state("", user + "xsi:schemaLocation='urn:x " + location + "'")) == forbidden);
      CHECK(answer(state("", user +
                                 "xsi:schemaLocation='http://schemas.microsoft.com/2006/09/sip/"
                                 "state " +
                                 location + "'")) == forbidden);
      CHECK(answer(state("<activity xsi:schemaLocation='urn:x " + location + "'/>")) == forbidden);
      CHECK(answer("<a xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' "
                   "xsi:noNamespaceSchemaLocation='" +
                   location + "'/>")
                .verdict == Verdict::invalid);
      // On elements that no schema knows.
      CHECK(answer(state("<ct:extension><a xmlns='urn:x' xsi:schemaLocation='urn:x " + location +
                         "'/></ct:extension>")) == forbidden);
      CHECK(answer(state("<ct:extension><a xmlns='urn:x'><b xsi:schemaLocation='urn:x " + location +
                         "'/></a></ct:extension>")) == forbidden);
    }
    CHECK_FALSE(bait.was_opened());
  }

  TEST_CASE("nesting is bounded, closed or not") {
    const auto open = repeated("<a>", 100'000);
    CHECK(answer(open + repeated("</a>", 100'000)) == limit);
    CHECK(answer(open) == limit);
    CHECK(answer(state("<ct:extension>" + open + repeated("</a>", 100'000) + "</ct:extension>")) ==
          limit);
    CHECK(answer(repeated("<a>", 256)) == not_well_formed);
    CHECK(answer(state("<ct:extension>" + repeated("<a>", 254) + repeated("</a>", 254) +
                       "</ct:extension>"))
              .verdict == Verdict::valid);
  }

  TEST_CASE("values are bounded before they are converted") {
    const Answer too_long{Verdict::invalid, "limit-exceeded"};
    const auto digits = repeated("1", 1'000'000);
    CHECK(answer(state("<availability>" + digits + "</availability>")) == too_long);
    CHECK(answer(state("<activity minAvailability='" + digits + "'/>")) == too_long);
    CHECK(answer("<otherOptions xmlns='http://schemas.microsoft.com/2006/09/sip/options/"
                 "otherOptions'><EnableContactSyncUserOption>" +
                 digits + "</EnableContactSyncUserOption></otherOptions>") == too_long);
    CHECK(answer(state("", "xsi:type='userState' x='" + repeated("a", 2U << 20U) + "'")) == limit);
    CHECK(answer(state("<availability>" + repeated("0", 65'536) + "</availability>")).verdict ==
          Verdict::valid);
  }

  TEST_CASE("characters and bytes that XML does not allow are refused") {
    for (const auto& document : {
             "\0"s,
             state("") + "\0"s,
             state("") + "\0<!DOCTYPE a>"s,
             state("\0"s),
             state("<availability>1\0</availability>"s),
             state("\x01"),
             state("&#0;"),
             state("&#x1F;"),
             state("&#xD800;"),
             state("\xEF\xBF\xBE"),
             state("\xC0\xBC"),                  // overlong '<'
             state("\xE0\x80\xBC"),              // overlong '<'
             state("\xF0\x80\x80\xBC"),          // overlong '<'
             state("\xED\xA0\x80\xED\xB0\x80"),  // CESU-8
             state("\xF8\x88\x80\x80\x80"),
             state(repeated("x", 40) + "\xF5\x80\x80\x80"),  // silently dropped by some
             state("\xE2\x82"),
             state("\xFF"),
             utf16(state(""), true) + "\0"s,      // odd
             utf16(state(""), true) + "\0\xD8"s,  // lone surrogate
             utf16(state(""), true) + "\0\0"s,    // NUL behind the root
             utf16(state("\x01"), false),
         }) {
      CAPTURE(document);
      const auto found = answer(document);
      CHECK(found.verdict == Verdict::malformed);
      const bool is_right = found.rule == "malformed-xml" || found.rule == "unsupported-encoding";
      CHECK(is_right);
    }
  }

  TEST_CASE("encodings that two programs could read differently are refused") {
    for (const auto name : {"UTF-7", "GB18030", "EBCDIC-CP-US", "CP037", "SCSU", "CESU-8", "BOCU-1",
                            "Shift_JIS", "Big5", "HZ-GB-2312", "ISO-2022-JP", "UTF-32LE"}) {
      CAPTURE(name);
      CHECK(answer("<?xml version='1.0' encoding='" + std::string(name) + "'?>" + state("")) ==
            encoding);
    }
    CHECK(answer("\x4C\x6F\xA7\x94\x93") == encoding);
    CHECK(answer("+ADwAIQ-DOCTYPE a+AD4-") == not_well_formed);  // UTF-7
  }

  TEST_CASE("attributes, namespaces and names are bounded") {
    std::string attributes;
    std::string declarations;
    std::string names;
    for (int i = 0; i < 100'000; ++i) {
      const auto number = std::to_string(i);
      attributes += " a" + number + "=''";
      declarations += " xmlns:p" + number + "='u" + number + "'";
      names += "<n" + number + "/>";
    }
    CHECK(answer("<a" + attributes + "/>") == limit);
    CHECK(answer("<a" + declarations + "/>") == limit);
    CHECK(answer("<a>" + names + "</a>") == limit);
    CHECK(answer("<" + repeated("a", 10'000'000) + "/>") == limit);
    CHECK(answer("<a " + repeated("a", 10'000'000) + "=''/>") == limit);
    CHECK(answer("<?" + repeated("a", 10'000'000) + "?><a/>") == limit);
    CHECK(answer("<a xmlns='" + repeated("a", 1'000'000) + "'/>") == limit);
    CHECK(answer("<a>" + repeated("<b xmlns:p='u'>", 250) + repeated("<b xmlns:q='u'>", 10)) ==
          limit);
    CHECK(answer(repeated(" ", (16U << 20U) + 1)) == limit);
  }

  TEST_CASE("long lists of small things take no time") {
    const auto extension = [](const std::string& content) {
      return answer(state("<ct:extension>" + content + "</ct:extension>")).verdict;
    };
    CHECK(extension(repeated("<a xmlns='urn:x'/>", 100'000)) == Verdict::valid);
    CHECK(extension(repeated("x<!---->", 300'000)) == Verdict::invalid);
    CHECK(extension("<a xmlns='urn:x'>" + repeated("x<!---->&amp;<![CDATA[]]>", 100'000) +
                    "</a>") == Verdict::valid);
    CHECK(answer(repeated("<!-- - -->", 200'000) + state("")).verdict == Verdict::valid);
    CHECK(answer(repeated("<?p p?>", 200'000) + state("")).verdict == Verdict::valid);
    CHECK(answer(repeated("<", 1'000'000)) == not_well_formed);
    CHECK(answer("<a>" + repeated("]", 1'000'000) + "></a>") == not_well_formed);
    CHECK(answer("<a>" + repeated("&", 1'000'000)) == not_well_formed);
    CHECK(answer("<!--" + repeated("-", 1'000'000)) == not_well_formed);
    CHECK(answer("<a b='" + repeated("x", 5'000'000)) == not_well_formed);
  }

  TEST_CASE("a document of mistakes takes no time") {
    const Answer stopped{Verdict::invalid, "limit-exceeded"};
    CHECK(answer(state(repeated("<x/>", 300'000))) == stopped);
    CHECK(answer(state(repeated("<availability/>", 300'000))) == stopped);
    CHECK(answer(state(repeated("<activity x='1' token='y'/>", 100'000))) == stopped);
    CHECK(answer(state("<ct:delimiter/>" + repeated("<x/>", 300'000))) == stopped);
    CHECK(answer(state(repeated("x<activity/>", 100'000))).verdict == Verdict::invalid);
    CHECK(answer("<routing xmlns='http://schemas.microsoft.com/02/2006/sip/routing' "
                 "name='rtcdefault' version='1'><preamble><flags name='clientflags' value='" +
                 repeated("a ", 500'000) + "'/></preamble></routing>")
              .verdict == Verdict::invalid);

    const auto pairs = with_schema(
        "<xs:element name='r'><xs:complexType><xs:sequence maxOccurs='unbounded'>"
        "<xs:element name='a'/><xs:element name='b'/></xs:sequence></xs:complexType></xs:element>");
    CHECK(pairs.validate(root(repeated("<b/>", 300'000))).verdict == Verdict::invalid);
    CHECK(pairs.validate(root(repeated("<a/><b/>", 100'000))).verdict == Verdict::valid);
  }

  TEST_CASE("an envelope of many entries takes neither time nor memory") {
    const auto publish = [](const std::string& start, const std::string& entries) {
      return "<publish xmlns='http://schemas.microsoft.com/2006/09/sip/rich-presence'" + start +
             "><publications uri='sip:a'>" + entries + "</publications></publish>";
    };
    const auto entry =
        "<publication categoryName='note' instance='1' container='2' version='0' "
        "expireType='user'><note xmlns='http://schemas.microsoft.com/2006/09/sip/note'>"
        "<body type='OOF'/></note></publication>"s;
    CHECK(built_in().validate(publish("", repeated(entry, 20'000))).instances.size() == 20'000);

    // Each value on its own needs the declarations of all its ancestors: 800 KB, 2,000 times.
    std::string declarations;
    for (int i = 0; i < 200; ++i) {
      declarations += " xmlns:p" + std::to_string(i) + "='" + repeated("u", 4000) + "'";
    }
    const auto report = built_in().validate(publish(declarations, repeated(entry, 2'000)));
    std::size_t bytes = 0;
    for (const auto& instance : report.instances) bytes += instance.value.size();
    CHECK(bytes <= built_in().limits().document_bytes);
    CHECK(report.verdict == Verdict::invalid);
    CHECK(rules_of(report) == std::vector<std::string>{"limit-exceeded"});
  }

  TEST_CASE("comparing large documents takes no time") {
    const auto many = state("<ct:extension>" + repeated("<a xmlns='urn:x' b='&lt;'>x</a>", 50'000) +
                            "</ct:extension>");
    CHECK(built_in().differences(many, many).empty());
    CHECK(built_in().differences(many, state("<ct:extension/>")).size() == 1);
  }
}

// SPDX-License-Identifier: MIT
#include "polymorphic_plate.hpp"

#include <presentity/tree/xml_schema.hpp>

#include <xsd/cxx/tree/type-factory-map.hxx>
#include <xsd/cxx/tree/type-serializer-map.hxx>

// An `xsi:type` that names a built-in type must give our class for it, not libxsd's, which is no
// base or derivation of what the generated code expects.

namespace presentity::tree {
namespace {

constexpr const char* xsd_namespace = "http://www.w3.org/2001/XMLSchema";

template <class T>
struct Registration {
  explicit Registration(const char* name)
      : factory(name, xsd_namespace), serializer(name, xsd_namespace) {}

  xsd::cxx::tree::type_factory_initializer<detail::polymorphic_plate, char, T> factory;
  xsd::cxx::tree::type_serializer_initializer<detail::polymorphic_plate, char, T> serializer;
};

// Members are constructed in this order: the maps before what is put into them.
struct Registrations {
  xsd::cxx::tree::type_factory_plate<detail::polymorphic_plate, char> factories;
  xsd::cxx::tree::type_serializer_plate<detail::polymorphic_plate, char> serializers;

  Registration<xml_schema::normalized_string> normalized_string{"normalizedString"};
  Registration<xml_schema::token> token{"token"};
  Registration<xml_schema::name> name{"Name"};
  Registration<xml_schema::nmtoken> nmtoken{"NMTOKEN"};
  Registration<xml_schema::nmtokens> nmtokens{"NMTOKENS"};
  Registration<xml_schema::ncname> ncname{"NCName"};
  Registration<xml_schema::language> language{"language"};
  Registration<xml_schema::id> id{"ID"};
  Registration<xml_schema::idref> idref{"IDREF"};
  Registration<xml_schema::idrefs> idrefs{"IDREFS"};
  Registration<xml_schema::entity> entity{"ENTITY"};
  Registration<xml_schema::entities> entities{"ENTITIES"};
  Registration<xml_schema::uri> uri{"anyURI"};
  Registration<xml_schema::qname> qname{"QName"};
  Registration<xml_schema::base64_binary> base64_binary{"base64Binary"};
  Registration<xml_schema::hex_binary> hex_binary{"hexBinary"};
  Registration<xml_schema::date> date{"date"};
  Registration<xml_schema::date_time> date_time{"dateTime"};
  Registration<xml_schema::time> time{"time"};
  Registration<xml_schema::duration> duration{"duration"};
  Registration<xml_schema::gday> gday{"gDay"};
  Registration<xml_schema::gmonth> gmonth{"gMonth"};
  Registration<xml_schema::gmonth_day> gmonth_day{"gMonthDay"};
  Registration<xml_schema::gyear> gyear{"gYear"};
  Registration<xml_schema::gyear_month> gyear_month{"gYearMonth"};
};

const Registrations registrations;

}  // namespace

void detail::require_builtin_types() noexcept {}

}  // namespace presentity::tree

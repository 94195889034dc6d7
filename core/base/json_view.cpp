#include "base/json_view.h"

#include <simdjson.h>

#include <bit>
#include <utility>

namespace kinglet::base {
namespace {

using simdjson::dom::element;
using Raw = std::array<std::uint64_t, 2>;

static_assert(sizeof(element) == sizeof(Raw) && std::is_trivially_copyable_v<element>);

element elementOf(const Raw& raw) {
  return std::bit_cast<element>(raw);
}

// The value, or the exception of nlohmann's trees.
template <class T>
T wanted(simdjson::simdjson_result<T>&& result, const char* what) {
  T value;
  if (std::move(result).get(value) != simdjson::SUCCESS)
    throw JsonView::type_error::create(302, std::string("it is no ") + what, nullptr);
  return value;
}

}  // namespace

bool JsonView::is_null() const {
  return elementOf(raw_).is_null();
}

bool JsonView::is_boolean() const {
  return elementOf(raw_).is_bool();
}

bool JsonView::is_string() const {
  return elementOf(raw_).is_string();
}

bool JsonView::is_array() const {
  return elementOf(raw_).is_array();
}

bool JsonView::is_object() const {
  return elementOf(raw_).is_object();
}

bool JsonView::is_number() const {
  return elementOf(raw_).is_number();
}

bool JsonView::is_number_unsigned() const {
  return elementOf(raw_).is_uint64();
}

bool JsonView::is_number_integer() const {
  return elementOf(raw_).is_int64() || elementOf(raw_).is_uint64();
}

bool JsonView::is_number_float() const {
  // is_double() holds of whole numbers, too.
  return elementOf(raw_).type() == simdjson::dom::element_type::DOUBLE;
}

std::optional<JsonView> JsonView::member(std::string_view key) const {
  simdjson::dom::object object;
  element found;
  if (elementOf(raw_).get(object) != simdjson::SUCCESS || object.at_key(key).get(found) != simdjson::SUCCESS)
    return std::nullopt;
  return JsonView(std::bit_cast<Raw>(found));
}

JsonView JsonView::at(std::string_view key) const {
  if (!is_object()) throw type_error::create(304, "it is no object", nullptr);
  if (const auto found = member(key)) return *found;
  throw out_of_range::create(403, "key '" + std::string(key) + "' not found", nullptr);
}

JsonView JsonView::at(std::size_t place) const {
  const auto array = wanted(elementOf(raw_).get_array(), "list");
  element found;
  if (array.at(place).get(found) != simdjson::SUCCESS)
    throw out_of_range::create(401, "the list is too short", nullptr);
  return JsonView(std::bit_cast<Raw>(found));
}

std::vector<JsonView> JsonView::elements() const {
  std::vector<JsonView> all;
  for (const element each : wanted(elementOf(raw_).get_array(), "list"))
    all.push_back(JsonView(std::bit_cast<Raw>(each)));
  return all;
}

bool JsonView::boolean() const {
  return wanted(elementOf(raw_).get_bool(), "boolean");
}

std::string JsonView::string() const {
  return std::string(wanted(elementOf(raw_).get_string(), "text"));
}

double JsonView::real() const {
  return wanted(elementOf(raw_).get_double(), "number");
}

std::int64_t JsonView::whole() const {
  return wanted(elementOf(raw_).get_int64(), "number");
}

std::uint64_t JsonView::natural() const {
  return wanted(elementOf(raw_).get_uint64(), "number");
}

struct JsonParser::Impl {
  explicit Impl(const JsonLimits& bounds) : limits(bounds) {}
  JsonLimits limits;
  simdjson::dom::parser parser;
};

JsonParser::JsonParser(const JsonLimits& limits) : impl_(std::make_unique<Impl>(limits)) {}

JsonParser::~JsonParser() = default;

JsonParser::JsonParser(JsonParser&&) noexcept = default;

JsonView JsonParser::parse(std::string_view text, const Message& what) {
  auto& [limits, parser] = *impl_;
  if (text.size() > limits.bytes)
    throw Error("cannot read %1: it is larger than %2 MB", what, limits.bytes >> 20);
  const auto depth = static_cast<std::size_t>(limits.depth);
  if (parser.capacity() < text.size() || parser.max_depth() != depth)
    if (parser.allocate(text.size(), depth) != simdjson::SUCCESS) throw std::bad_alloc();
  element root;
  switch (parser.parse(text.data(), text.size()).get(root)) {
    case simdjson::SUCCESS:
      return JsonView(std::bit_cast<Raw>(root));
    case simdjson::MEMALLOC:
      throw std::bad_alloc();
    case simdjson::DEPTH_ERROR:
      throw Error("cannot read %1: its lists are nested more than %2 deep", what, limits.depth);
    case simdjson::NUMBER_ERROR:
      throw Error("cannot read %1: it holds a number that cannot be read", what);
    default:
      throw Error("cannot read %1: it is not JSON", what);
  }
}

}  // namespace kinglet::base

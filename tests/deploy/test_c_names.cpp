#include <gtest/gtest.h>

#include <bit>
#include <charconv>
#include <cmath>
#include <limits>

#include "base/error.h"
#include "base/random.h"
#include "deploy/c_writer/c_literals.h"
#include "deploy/c_writer/c_names.h"

namespace kinglet::deploy {
namespace {

std::string refusal(const std::string& prefix) {
  try {
    checkPrefix(prefix);
  } catch (const base::Error& error) {
    return error.what();
  }
  return {};
}

TEST(CNames, PrefixesAreCIdentifiersOfTheirOwn) {
  for (const char* good : {"model", "dog", "door_bell", "Kws2", "DOG", "x", "keyword_spotting_v2", "dog_",
                           "final", "front_end", "int8", "kinglet", "model_a"})
    EXPECT_EQ(refusal(good), "") << good;
  EXPECT_EQ(refusal(std::string(kLongestPrefix, 'a')), "");
  const std::pair<std::string, const char*> bad[] = {{"", "empty"},
                                                     {std::string(kLongestPrefix + 1, 'a'), "characters"},
                                                     {std::string(10000, 'a'), "characters"},
                                                     {"2dogs", "begins with a digit"},
                                                     {"my-dog", "letters a to z"},
                                                     {"my dog", "letters a to z"},
                                                     {"dog\n", "letters a to z"},
                                                     {"d\xc3\xb6g", "letters a to z"},
                                                     {"../dog", "letters a to z"},
                                                     {"a/b", "letters a to z"},
                                                     {"dog;x", "letters a to z"},
                                                     {"$dog", "letters a to z"},
                                                     {"_dog", "underscore"},
                                                     {"my__dog", "underscore"},
                                                     {"int", "keyword"},
                                                     {"class", "keyword"},
                                                     {"typeof", "keyword"},
                                                     {"co_await", "keyword"},
                                                     {"math", "math.h"},
                                                     {"String", "String.h"},
                                                     {"nul", "Windows"},
                                                     {"COM1", "Windows"},
                                                     {"test", "build systems"},
                                                     {"m", "build systems"},
                                                     {"main", "every program"},
                                                     {"frontend", "front end"},
                                                     {"dog_frontend", "front end"},
                                                     {"kinglet_int8", "what networks share"}};
  for (const auto& [prefix, why] : bad) EXPECT_NE(refusal(prefix).find(why), std::string::npos) << prefix;
}

TEST(CNames, StandInWholeIdentifiersOnly) {
  const CNames dog("dog");
  EXPECT_EQ(dog.named("MODEL_FRAMES model_input(frontend_frame, FRONTEND_RATE);"),
            "DOG_FRAMES dog_input(dog_frontend_frame, DOG_FRONTEND_RATE);");
  EXPECT_EQ(dog.named("my_model_x remodel_y model modelled"), "my_model_x remodel_y model modelled");
  EXPECT_EQ(dog.named("#include \"@model@.h\" @MODEL@ \"@frontend@.h\" @program@"),
            "#include \"dog.h\" DOG \"dog_frontend.h\" dog");
  EXPECT_EQ(CNames("model_a").named("model_input frontend_frame"), "model_a_input model_a_frontend_frame");
  EXPECT_EQ(CNames().named("model_input frontend_frame"), "model_input frontend_frame");
}

// Decimals that every C and C++ reads, also one that reads a double first, back to the same bits.
TEST(CText, FloatsAreDecimalsThatReadBack) {
  base::Random random(9);
  const auto check = [](float value) {
    const std::string text = floatNumber(value);
    EXPECT_EQ(text.find_first_of("xp,"), std::string::npos) << text;
    EXPECT_NE(text.find_first_of(".e"), std::string::npos) << text;
    ASSERT_EQ(text.back(), 'f');
    float real = 0;
    double twice = 0;
    std::from_chars(text.data(), text.data() + text.size(), real);
    std::from_chars(text.data(), text.data() + text.size(), twice);
    EXPECT_EQ(std::bit_cast<std::uint32_t>(real), std::bit_cast<std::uint32_t>(value)) << text;
    EXPECT_EQ(std::bit_cast<std::uint32_t>(static_cast<float>(twice)), std::bit_cast<std::uint32_t>(value))
        << text;
  };
  using Limits = std::numeric_limits<float>;
  for (const float value : {0.0f, -0.0f, 1.0f, -3.0f, 100000.0f, 1e9f, 1e10f, 0.1f, Limits::max(),
                            Limits::lowest(), Limits::min(), Limits::denorm_min(), Limits::epsilon()})
    check(value);
  for (int i = 0; i < 20000; ++i) {
    const float value = std::bit_cast<float>(static_cast<std::uint32_t>(random.uniform(0, 4294967295.0)));
    if (std::isfinite(value)) check(value);
  }
  EXPECT_THROW(floatNumber(Limits::quiet_NaN()), base::Error);
  EXPECT_THROW(floatNumber(Limits::infinity()), base::Error);
}

}  // namespace
}  // namespace kinglet::deploy

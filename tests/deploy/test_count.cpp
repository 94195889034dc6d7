// A few layers and a frame counted for real, and what the built-in profile says of them.
#include "deploy/verify/count.h"

#include <gtest/gtest.h>

#include "base/error.h"
#include "energy/device/device_profile.h"

namespace kinglet::deploy {
namespace {

bool canCount() {
  return std::system(
             "command -v arm-none-eabi-gcc >/dev/null 2>&1 && command -v qemu-system-arm >/dev/null 2>&1") ==
         0;
}

TEST(Count, AFewLayersOnACortexM4AreAsTheBuiltInProfileSays) {
  if (!canCount()) GTEST_SKIP() << "skipped: arm-none-eabi-gcc or qemu-system-arm is not installed";
  using network::LayerKind;
  network::NetworkSpec network("few layers", {14, 11, 1});
  network.add({.kind = LayerKind::conv2d,
               .filters = 9,
               .kernelH = 3,
               .kernelW = 3,
               .activation = network::Activation::relu});
  network.add({.kind = LayerKind::depthwise, .inputs = {0}, .kernelH = 3, .kernelW = 3});
  network.add({.kind = LayerKind::pointwise, .inputs = {1}, .filters = 14});
  network.add({.kind = LayerKind::conv2d,
               .inputs = {2},
               .filters = 10,
               .kernelH = 3,
               .kernelW = 3,
               .strideH = 2,
               .strideW = 2});
  network.add({.kind = LayerKind::dense, .inputs = {3}, .filters = 4});
  const auto counted = countNetwork(network, "cortex-m4");
  ASSERT_EQ(counted.size(), 5u);
  const auto& model = *energy::device("kinglet-c-cortex-m4").counted;
  double said = 0, all = 0;
  for (std::size_t i = 0; i < counted.size(); ++i) {
    EXPECT_EQ(counted[i].layer, static_cast<int>(i));
    const auto works = energy::kernelsOf(network.layers()[i], energy::Products::pairs);
    ASSERT_EQ(works.size(), 1u);
    const auto instructions = static_cast<double>(counted[i].instructions);
    EXPECT_NEAR(model.instructionsOf(works[0]), instructions, 0.15 * instructions + 80)
        << network.layers()[i].name;
    said += model.instructionsOf(works[0]);
    all += instructions;
  }
  EXPECT_NEAR(said, all, 0.05 * all);
}

TEST(Count, AFrameOnACortexM4IsAsTheBuiltInProfileSays) {
  if (!canCount()) GTEST_SKIP() << "skipped: arm-none-eabi-gcc or qemu-system-arm is not installed";
  network::InputSpec input;
  input.mels = 48;
  const double frame = countFrame(input, "cortex-m4", true);
  const auto& model = *energy::device("kinglet-c-cortex-m4").counted;
  EXPECT_NEAR(model.instructionsOf(energy::frontEndFrame(input, true)), frame, 0.03 * frame);
}

TEST(Count, AnUnknownBoardIsRefused) {
  network::InputSpec input;
  EXPECT_THROW(countFrame(input, "cortex-m99", true), base::Error);
}

}  // namespace
}  // namespace kinglet::deploy

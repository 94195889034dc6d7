#include "seeds.h"

namespace kinglet::fuzz {
namespace {

std::string quotedRow(int cells) {
  std::string row;
  for (int i = 0; i < cells; ++i) row += (i ? "," : "") + std::string("\"a \"\"b\"\"\n c\"");
  return row + "\n";
}

void putDataset(const std::string& name, const std::string& file, const std::string& text) {
  put("dataset", name, file + "\n" + text);
  put("dataset", name + "-cut", file + "\n" + text.substr(0, text.size() / 2));
  put("dataset", name + "-latin1", file + "\n" + text + "\xfc\xe9\xff,\xfc\n");
  std::string wide = "\xff\xfe";
  for (const char c : text) (wide += c) += '\0';
  put("dataset", name + "-utf16", file + "\n" + wide);
  put("dataset", name + "-escape", file + "\n" + text + "\x1b]0;x\a,\x1b[2J\n");
}

}  // namespace

void putTables() {
  putWithHarm("csv", "plain", "path,label,fold\na.wav,dog,1\nb.wav,rain,2\n");
  putWithHarm("csv", "semicolons", "Zeit (s);Strom (mA)\r\n0,5;1,25\r\n1,0;1.234,5\r\n");
  putWithHarm("csv", "tabs", "# remark\nsep=\t\na\tb\n1e3\t-2\n");
  putWithHarm("csv", "mac", "a,b\r1,2\r3,4\r");
  put("csv", "quotes", quotedRow(50));
  put("csv", "open", "a,\"" + std::string(200'000, 'x'));
  put("csv", "columns", std::string(200'000, ','));
  put("csv", "lines", std::string(100'000, '\n'));
  put("csv", "pipes", "a|b\n\"|\"|2\n");
  put("csv", "mark", "\xef\xbb\xbf");
  put("csv", "big-endian",
      std::string("\xfe\xff\0a\0,\0b\0\n\0"
                  "1\0,\xd8",
                  16));

  putDataset("manifest", "manifest.csv",
             "path,label,fold\naudio/1-100-A-0.wav,dog,1\naudio/1-101-A-1.wav,rain;dog,2\naudio/"
             "1-102-A-2.wav,rain,3\n");
  putDataset("parts", "manifest.csv",
             "file;start_s;end_s;label\n1-100-A-0.wav;0;0,05;dog\n1-100-A-0.wav;0,05;0,1;rain\n1-101-A-1.wav;"
             "-1;1e300;dog\n");
  putDataset("esc50", "meta/esc50.csv",
             "filename,fold,target,category,esc10,src_file,take\n1-100-A-0.wav,1,0,dog,True,100,A\n"
             "1-101-A-1.wav,2,10,rain,True,101,A\n1-102-A-2.wav,99999999999,-5,rain,True,102,A\n");
  putDataset(
      "urbansound", "metadata.csv",
      "slice_file_name,fsID,start,end,salience,fold,classID,class\n1-100-A-0.wav,100,0,1,1,1,3,dog_bark\n"
      "1-101-A-1.wav,101,0,1,1,2,0,rain\n");
  putDataset("audioset", "eval_segments.csv",
             "# Segments csv\n# num_ytids=2\n# YTID, start_seconds, end_seconds, positive_labels\n"
             "1-100-A-0, 0.000, 10.000, \"/m/0bt9lr,/m/068hy\"\n1-101-A-1, 5.000, 1.000, \"/m/06mb1\"\n");
  putDataset("lists", "validation_list.txt",
             "dog/1-100-A-0.wav\nrain/1-101-A-1.wav\n../x.wav\n/etc/passwd\n");
  putDataset("kaggle", "train.csv",
             "fname,label,manually_verified\n1-100-A-0.wav,dog,1\n1-101-A-1.wav,rain,0\n");
  put("dataset", "several",
      joined({"train.csv\nfilename,label\n1-100-A-0.wav,dog\n1-101-A-1.wav,rain\n",
              "test.csv\nfilename,label\n1-102-A-2.wav,dog\n",
              "class_labels_indices.csv\nindex,mid,display_name\n0,/m/0,Dog\n",
              "testing_list.txt\ndog/1-100-A-0.wav\n"}));
  std::string many = "path,label,fold\n";
  for (int i = 0; i < 3000; ++i)
    many += "audio/1-100-A-0.wav," + std::to_string(i) + "," + std::to_string(i) + "\n";
  put("dataset", "classes", "manifest.csv\n" + many);
  put("dataset", "outside",
      "manifest.csv\npath,label\n/etc/passwd,a\n../../x.wav,b\naudio,c\n/dev/zero,d\n" +
          std::string(5000, 'x') + ",e\n");
  put("dataset", "none", "readme.txt\nhello\n");

  putWithHarm("energy_table", "kernels",
              "id,HW,KERNEL_SIZE,STRIDES,CIN,COUT,energy_mJ\nA,14,1,1,720,192,3.122\nB,28,3,2,16,32,0.5\n");
  putWithHarm("energy_table", "commas",
              "hw;in_c;out_c;kernel;stride;energy_mJ\r\n8;8;16;3;1;0,64\r\n10;8;16;3;1;1,05\r\n");
  const std::string layers =
      "network,layer,type,in_h,in_w,in_c,out_h,out_w,out_c,kernel_h,kernel_w,stride,macs,params\n"
      "n,a,CONV_2D,49,40,1,49,40,8,3,3,1,141120,80\nn,b,DEPTHWISE_CONV_2D,49,40,8,25,20,8,3,3,2,,\n"
      "n,c,MEAN,25,20,8,1,1,8,1,1,1,,\nn,d,FULLY_CONNECTED,1,1,8,1,1,4,1,1,1,32,36\n";
  putWithHarm("energy_table", "layers", layers);
  put("energy_table", "networks", joined({"network,energy_mJ\nn,1.5\n", layers}));
  put("energy_table", "shapes",
      joined({"network,energy_mJ\nn,1.5\n",
              "type,in_h,in_w,in_c,out_h,out_w,out_c,kernel_h,kernel_w,stride\n"
              "CONV_2D,2147483647,2147483647,2147483647,2147483647,2147483647,2147483647,2147483647,"
              "2147483647,1\n"}));
  put("energy_table", "out",
      "id,HW,KERNEL_SIZE,STRIDES,CIN,COUT,energy_mJ\nA,1e300,1e18,0,99999999999,2147483648,1e300\nB,-1,0,0,0,"
      "0,-0\n");
  putWithHarm("energy_table", "boards",
              "round,submitter,device,processor,runtime,clock_mhz,supply_v,benchmark,latency_us,energy_uj,"
              "source_path\n"
              "v1.3,ST,NUCLEO,M33,X-CUBE-AI,160,1.8,kws,28994.7,664.4,closed/ST/x\n"
              "v1.3,ST,NUCLEO,M33,X-CUBE-AI,160,1.8,ic,1e400,,closed/ST/x\n");
}

}  // namespace kinglet::fuzz

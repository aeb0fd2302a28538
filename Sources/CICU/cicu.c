void gongbao_cicu_placeholder(void) {}

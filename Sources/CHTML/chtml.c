#include "chtml.h"

#include <libxml/HTMLparser.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

struct chtml_page {
  htmlDocPtr document;
  /// The node of the last event; null before the first one and after the last one.
  xmlNodePtr node;
  bool ended;
  bool begun;
};

static void drop_message(void *context, const char *message, ...) {
  (void)context;
  (void)message;
}

chtml_page *chtml_open(const uint8_t *utf8, int32_t length) {
  xmlInitParser();
  htmlParserCtxtPtr context = htmlNewParserCtxt();
  if (context == NULL) return NULL;
  // Messages about a page's faults would go to standard error; this handler is the thread's own.
  xmlSetGenericErrorFunc(NULL, drop_message);
  htmlDocPtr document = htmlCtxtReadMemory(
      context, (const char *)utf8, length, NULL, "UTF-8",
      HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET | HTML_PARSE_COMPACT |
          HTML_PARSE_NODEFDTD);
  htmlFreeParserCtxt(context);
  if (document == NULL) return NULL;
  chtml_page *page = calloc(1, sizeof *page);
  if (page == NULL) {
    xmlFreeDoc(document);
    return NULL;
  }
  page->document = document;
  return page;
}

void chtml_close(chtml_page *page) {
  xmlFreeDoc(page->document);
  free(page);
}

static bool is_element(const xmlNode *node) { return node->type == XML_ELEMENT_NODE; }

/// Whether a node makes an event when it is entered.
static bool is_told(const xmlNode *node) {
  return is_element(node) || node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE;
}

chtml_event chtml_next(chtml_page *page) {
  bool down = true;
  if (!page->begun) {
    page->begun = true;
    page->node = page->document->children;
    if (page->node == NULL) return chtml_event_finish;
  } else {
    if (page->node == NULL) return chtml_event_finish;
    if (is_element(page->node) && !page->ended && page->node->children != NULL) {
      page->node = page->node->children;
    } else if (is_element(page->node) && !page->ended) {
      page->ended = true;
      return chtml_event_end;
    } else {
      down = false;
    }
  }
  while (true) {
    if (down) {
      page->ended = false;
      if (is_told(page->node)) return is_element(page->node) ? chtml_event_start : chtml_event_text;
    }
    if (page->node->next != NULL) {
      page->node = page->node->next;
      down = true;
      continue;
    }
    xmlNodePtr parent = page->node->parent;
    if (parent == NULL || !is_element(parent)) {
      page->node = NULL;
      return chtml_event_finish;
    }
    page->node = parent;
    page->ended = true;
    return chtml_event_end;
  }
}

const char *chtml_name(const chtml_page *page) {
  return page->node != NULL && page->node->name != NULL ? (const char *)page->node->name : "";
}

const uint8_t *chtml_text(const chtml_page *page, int64_t *length) {
  static const uint8_t nothing[1] = {0};
  const xmlChar *content = page->node != NULL && !is_element(page->node) ? page->node->content : NULL;
  *length = content == NULL ? 0 : (int64_t)strlen((const char *)content);
  return content == NULL ? nothing : content;
}

const char *chtml_attribute(const chtml_page *page, const char *name) {
  if (page->node == NULL || !is_element(page->node)) return NULL;
  for (const xmlAttr *attribute = page->node->properties; attribute != NULL; attribute = attribute->next) {
    if (attribute->name == NULL || strcmp((const char *)attribute->name, name) != 0) continue;
    const xmlNode *value = attribute->children;
    return value != NULL && value->type == XML_TEXT_NODE && value->content != NULL ? (const char *)value->content : "";
  }
  return NULL;
}

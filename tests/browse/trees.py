"""Reading the trees of pages: the text of elements, its spaces as a browser shows them."""


def text(node):
    return " ".join(node.text_content().split())


def texts(tree, css):
    return [text(node) for node in tree.cssselect(css)]

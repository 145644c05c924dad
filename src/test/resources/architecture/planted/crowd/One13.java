package planted.crowd;

class One13 {}
